import { Input } from '@grafana/ui';
import React, { type ComponentProps, useState } from 'react';

type CommittedInputProps = Omit<ComponentProps<typeof Input>, 'value' | 'onChange' | 'onBlur' | 'onKeyDown'> & {
  value: string;
  /** Called with a changed text when the field is left or Enter is pressed: a query does not run on every key. */
  onCommit: (text: string) => void;
};

/** A text field whose text counts once it is complete. */
export function CommittedInput({ value, onCommit, ...input }: CommittedInputProps) {
  const [draft, setDraft] = useState<string>();
  const commit = () => {
    setDraft(undefined);
    if (draft !== undefined && draft !== value) {
      onCommit(draft);
    }
  };
  return (
    <Input
      {...input}
      value={draft ?? value}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          commit();
        }
      }}
    />
  );
}
