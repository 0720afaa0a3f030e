import React from 'react';
import type { LatencyQuery } from '../../types';
import type { TypedEditorProps } from '../editorProps';
import { FiltersEditor } from '../filters/FiltersEditor';
import { SearchField } from '../text/SearchField';

/** Which requests are shown as latency points. */
export function LatencyEditor({ query, datasource, range, onChange }: TypedEditorProps<LatencyQuery>) {
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
    </>
  );
}
