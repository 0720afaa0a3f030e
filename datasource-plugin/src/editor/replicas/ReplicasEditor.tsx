import React from 'react';
import { REPLICA_FILTERS } from '../../contract/constants.gen';
import type { Filters, ReplicasQuery } from '../../types';
import { CascadeEditor } from '../cascade/CascadeEditor';
import type { TypedEditorProps } from '../editorProps';
import { FiltersEditor } from '../filters/FiltersEditor';
import { ReplicaValueField } from './ReplicaValueField';

/** Which hosted models' replicas are shown. */
export function ReplicasEditor({ query, datasource, range, onChange }: TypedEditorProps<ReplicasQuery>) {
  const selection = {
    filters: query.filters ?? {},
    datasource,
    range,
    onChange: (filters: Filters) => {
      onChange({ ...query, filters });
    },
  };
  return (
    <>
      <ReplicaValueField
        value={query.value}
        onChange={(value) => {
          onChange({ ...query, value });
        }}
      />
      <CascadeEditor {...selection} fields={REPLICA_FILTERS} />
      {/* Filters that replicas do not have can only be taken away. */}
      <FiltersEditor {...selection} fields={[]} without={REPLICA_FILTERS} />
    </>
  );
}
