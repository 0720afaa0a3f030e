import React from 'react';
import { CascadeEditor } from './cascade/CascadeEditor';
import { CASCADE } from './cascade/cascade';
import { ConditionField, type SelectingQuery } from './condition/ConditionField';
import type { TypedEditorProps } from './editorProps';
import { FiltersEditor } from './filters/FiltersEditor';
import { SearchField } from './text/SearchField';

/** Which requests a query is about: model and deployment, other filters, a condition and text. */
export function SelectionEditor<T extends SelectingQuery>(props: TypedEditorProps<T>) {
  const { query, datasource, range, onChange } = props;
  const filters = query.filters ?? {};
  const shared = {
    filters,
    datasource,
    range,
    onChange: (changed: typeof filters) => {
      onChange({ ...query, filters: changed });
    },
  };
  return (
    <>
      <CascadeEditor {...shared} />
      <FiltersEditor {...shared} without={CASCADE} />
      <ConditionField {...props} />
      <SearchField
        search={query.search}
        onChange={(search) => {
          onChange({ ...query, search });
        }}
      />
    </>
  );
}
