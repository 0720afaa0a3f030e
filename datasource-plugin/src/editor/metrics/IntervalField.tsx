import { Combobox, InlineField } from '@grafana/ui';
import React, { useId } from 'react';
import { LIMITS } from '../../contract/constants.gen';
import { testIds } from '../../testIds';
import { LABEL_WIDTH } from '../layout';
import { INTERVAL_OPTIONS, optionOf } from './options';

interface IntervalFieldProps {
  interval: string | undefined;
  onChange: (interval: string) => void;
}

/** How much time one point stands for. */
export function IntervalField({ interval, onChange }: IntervalFieldProps) {
  const id = useId();
  return (
    <InlineField label="Interval" labelWidth={LABEL_WIDTH} htmlFor={id} tooltip="Or type a width such as 15m or 1w">
      <Combobox
        id={id}
        data-testid={testIds.interval}
        width={32}
        createCustomValue
        options={INTERVAL_OPTIONS}
        value={optionOf(INTERVAL_OPTIONS, interval ?? LIMITS.MetricsQuery.interval.default)}
        onChange={({ value }) => {
          onChange(value);
        }}
      />
    </InlineField>
  );
}
