import type { ComboboxOption } from '@grafana/ui';
import React from 'react';
import type { operations } from '../../contract/api.gen';
import { fieldLabel } from '../../query/displayText';
import type { ReplicasQuery } from '../../types';
import type { TypedEditorProps } from '../editorProps';
import { FiltersEditor } from '../filters/FiltersEditor';

type ReplicaParams = NonNullable<operations['listReplicaChanges']['parameters']['query']>;
/** What the trace server narrows replicas by. */
const REPLICA_FIELDS = ['model', 'deployment', 'deployment_version'] satisfies (keyof ReplicaParams)[];
const REPLICA_FIELD_OPTIONS: ComboboxOption[] = REPLICA_FIELDS.map((value) => ({ value, label: fieldLabel(value) }));

/** Which hosted models' replicas are shown. */
export function ReplicasEditor({ query, datasource, range, onChange }: TypedEditorProps<ReplicasQuery>) {
  return (
    <FiltersEditor
      filters={query.filters ?? {}}
      datasource={datasource}
      range={range}
      fields={REPLICA_FIELD_OPTIONS}
      onChange={(filters) => {
        onChange({ ...query, filters });
      }}
    />
  );
}
