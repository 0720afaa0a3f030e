import { type ComboboxOption, Combobox, InlineField } from '@grafana/ui';
import React, { useId } from 'react';
import type { ReplicasQuery } from '../../types';
import { LABEL_WIDTH } from '../layout';

type Value = NonNullable<ReplicasQuery['value']>;
type Choice = Value | 'all';

const CHOICES: ComboboxOption<Choice>[] = [
  { value: 'all', label: 'Replicas and maximum', description: 'The maximum for up to one day' },
  { value: 'replicas', label: 'Replicas' },
  { value: 'max_replicas', label: 'Configured maximum' },
  { value: 'saturation', label: 'Share of the maximum', description: 'For alerts: 100 % is at the maximum' },
];

/** Which numbers of the replicas are shown; alert rules need one of them. */
export function ReplicaValueField(props: { value: Value | undefined; onChange: (value: Value | undefined) => void }) {
  const id = useId();
  return (
    <InlineField label="Value" labelWidth={LABEL_WIDTH} htmlFor={id}>
      <Combobox
        id={id}
        width={32}
        options={CHOICES}
        value={props.value ?? 'all'}
        onChange={({ value }) => {
          props.onChange(value === 'all' ? undefined : value);
        }}
      />
    </InlineField>
  );
}
