import { InlineField } from '@grafana/ui';
import React, { useId } from 'react';
import { LABEL_WIDTH } from '../layout';
import { CommittedInput } from './CommittedInput';
import { wholeNumber } from './wholeNumber';

interface LimitFieldProps {
  label: string;
  tooltip: string;
  testId: string;
  limits: { default: number; min: number; max: number };
  limit: number | undefined;
  onChange: (limit: number | undefined) => void;
}

/** A whole number within the contract's limits; left empty, the contract's default. */
export function LimitField({ label, tooltip, testId, limits, limit, onChange }: LimitFieldProps) {
  const id = useId();
  return (
    <InlineField label={label} labelWidth={LABEL_WIDTH} htmlFor={id} tooltip={tooltip}>
      <CommittedInput
        id={id}
        data-testid={testId}
        type="number"
        width={16}
        min={limits.min}
        max={limits.max}
        placeholder={String(limits.default)}
        value={limit === undefined ? '' : String(limit)}
        onCommit={(text) => {
          onChange(wholeNumber(text, limits));
        }}
      />
    </InlineField>
  );
}
