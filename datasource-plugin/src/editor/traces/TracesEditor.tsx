import React from 'react';
import { LIMITS } from '../../contract/constants.gen';
import { testIds } from '../../testIds';
import type { TracesQuery } from '../../types';
import type { TypedEditorProps } from '../editorProps';
import { FiltersEditor } from '../filters/FiltersEditor';
import { LimitField } from '../text/LimitField';
import { SearchField } from '../text/SearchField';

/** Which requests the traces table shows. */
export function TracesEditor({ query, datasource, range, onChange }: TypedEditorProps<TracesQuery>) {
  return (
    <>
      <FiltersEditor
        filters={query.filters ?? {}}
        datasource={datasource}
        range={range}
        onChange={(filters) => {
          onChange({ ...query, filters });
        }}
      />
      <SearchField
        search={query.search}
        onChange={(search) => {
          onChange({ ...query, search });
        }}
      />
      <LimitField
        label="Limit"
        tooltip="Requests per page"
        testId={testIds.limit}
        limits={LIMITS.TracesQuery.limit}
        limit={query.limit}
        onChange={(limit) => {
          onChange({ ...query, limit });
        }}
      />
    </>
  );
}
