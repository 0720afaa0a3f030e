import { Combobox, type ComboboxOption, InlineField } from '@grafana/ui';
import React, { useId } from 'react';
import { testIds } from '../../testIds';
import { LABEL_WIDTH } from '../layout';
import { optionOf } from '../options';
import { intervalFault } from './intervals';

interface IntervalFieldProps {
  interval: string;
  /** Widths on offer; others can be typed. */
  options: ComboboxOption[];
  onChange: (interval: string) => void;
  /** An interval was typed that the trace server refuses. */
  onFault: (interval: string) => void;
}

/** How much time one point stands for. */
export function IntervalField({ interval, options, onChange, onFault }: IntervalFieldProps) {
  const id = useId();
  const fault = intervalFault(interval, options);
  return (
    <InlineField
      label="Interval"
      labelWidth={LABEL_WIDTH}
      htmlFor={id}
      tooltip="Or type a width such as 15m or 1w, or a variable"
      invalid={fault !== undefined}
      error={fault}
    >
      <Combobox
        id={id}
        data-testid={testIds.interval}
        width={32}
        createCustomValue
        options={options}
        value={optionOf(options, interval)}
        onChange={({ value }) => {
          (intervalFault(value, options) === undefined ? onChange : onFault)(value);
        }}
      />
    </InlineField>
  );
}
