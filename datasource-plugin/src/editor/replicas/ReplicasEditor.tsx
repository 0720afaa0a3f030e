import type { ComboboxOption } from '@grafana/ui';
import React from 'react';
import { REPLICA_FILTERS } from '../../contract/constants.gen';
import { fieldLabel } from '../../query/displayText';
import type { ReplicasQuery } from '../../types';
import type { TypedEditorProps } from '../editorProps';
import { FiltersEditor } from '../filters/FiltersEditor';
import { ReplicaValueField } from './ReplicaValueField';

const REPLICA_FIELD_OPTIONS: ComboboxOption[] = REPLICA_FILTERS.map((value) => ({ value, label: fieldLabel(value) }));

/** Which hosted models' replicas are shown. */
export function ReplicasEditor({ query, datasource, range, onChange }: TypedEditorProps<ReplicasQuery>) {
  return (
    <>
      <ReplicaValueField
        value={query.value}
        onChange={(value) => {
          const { value: _, ...rest } = query;
          onChange(value === undefined ? rest : { ...rest, value });
        }}
      />
      <FiltersEditor
        filters={query.filters ?? {}}
        datasource={datasource}
        range={range}
        fields={REPLICA_FIELD_OPTIONS}
        onChange={(filters) => {
          onChange({ ...query, filters });
        }}
      />
    </>
  );
}
