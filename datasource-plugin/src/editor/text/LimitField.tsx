import { InlineField } from '@grafana/ui';
import React, { useId } from 'react';
import { LABEL_WIDTH } from '../layout';
import { CommittedInput } from './CommittedInput';
import { limitedNumber, type NumberLimits, wholeNumber } from './wholeNumber';

interface LimitFieldProps {
  label: string;
  labelWidth?: number | 'auto';
  tooltip: string;
  testId: string;
  limits: NumberLimits & { default?: number };
  /** What stands for none; the contract's default unless given. */
  placeholder?: string;
  /** Whether it may be between whole numbers. */
  isFraction?: boolean;
  limit: number | undefined;
  onChange: (limit: number | undefined) => void;
}

/** A number within the contract's limits; left empty, the contract's default. */
export function LimitField(props: LimitFieldProps) {
  const { label, labelWidth = LABEL_WIDTH, tooltip, testId, limits, placeholder, isFraction, limit, onChange } = props;
  const id = useId();
  return (
    <InlineField label={label} labelWidth={labelWidth} htmlFor={id} tooltip={tooltip}>
      <CommittedInput
        id={id}
        data-testid={testId}
        type="number"
        width={16}
        min={limits.min}
        max={limits.max}
        placeholder={placeholder ?? String(limits.default ?? '')}
        step={isFraction === true ? 'any' : 1}
        value={limit === undefined ? '' : String(limit)}
        onCommit={(text) => {
          onChange(isFraction === true ? limitedNumber(text, limits) : wholeNumber(text, limits));
        }}
      />
    </InlineField>
  );
}
