import { type ComboboxOption, Combobox, InlineField } from '@grafana/ui';
import React, { useId } from 'react';
import type { WindowQuery } from '../../types';
import type { TypedEditorProps } from '../editorProps';
import { LABEL_WIDTH } from '../layout';

type Edge = NonNullable<WindowQuery['edge']>;

const EDGES: ComboboxOption<Edge>[] = [
  { value: 'start', label: 'Start', description: 'Milliseconds since 1970' },
  { value: 'end', label: 'End', description: 'Milliseconds since 1970' },
];

/** Which end of the time range is the query's number. */
export function WindowEditor({ query, onChange }: Pick<TypedEditorProps<WindowQuery>, 'query' | 'onChange'>) {
  const id = useId();
  return (
    <InlineField label="Edge" labelWidth={LABEL_WIDTH} htmlFor={id}>
      <Combobox
        id={id}
        width={32}
        options={EDGES}
        value={query.edge ?? 'start'}
        onChange={({ value }) => {
          onChange({ ...query, edge: value });
        }}
      />
    </InlineField>
  );
}
