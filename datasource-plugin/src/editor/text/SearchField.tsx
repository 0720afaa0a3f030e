import { InlineField } from '@grafana/ui';
import React, { useId } from 'react';
import { LIMITS } from '../../contract/constants.gen';
import { testIds } from '../../testIds';
import { LABEL_WIDTH } from '../layout';
import { CommittedInput } from './CommittedInput';

interface SearchFieldProps {
  search: string | undefined;
  onChange: (search: string | undefined) => void;
}

/** Text to look for in the requests. */
export function SearchField({ search, onChange }: SearchFieldProps) {
  const id = useId();
  return (
    <InlineField
      label="Search"
      labelWidth={LABEL_WIDTH}
      htmlFor={id}
      grow
      tooltip="Text in request id, input, output, error message or tags, whatever its case"
    >
      <CommittedInput
        id={id}
        data-testid={testIds.search}
        placeholder="Any text"
        maxLength={LIMITS.SearchText.maxLength}
        value={search ?? ''}
        onCommit={(text) => {
          onChange(text || undefined);
        }}
      />
    </InlineField>
  );
}
