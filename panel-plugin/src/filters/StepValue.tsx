import { getValueFormat, formattedValueToString } from '@grafana/data';
import { Combobox, Input } from '@grafana/ui';
import React from 'react';
import { LIMITS } from '../contract/constants.gen';
import { queryFieldType } from './queryFields';
import { valueHint } from './stepWords';
import { durationMs } from './valueForm';
import { optionOf, type ValueContext, valueOptions } from './valueOptions';

interface Props extends ValueContext {
  id: string;
  /** Ids of the elements that name and describe it. */
  labelledBy: string;
  describedBy: string | undefined;
  field: string;
  value: string | undefined;
  isInvalid: boolean;
  onChange: (value: string | undefined) => void;
}

/** The value of a step: one of the values that there are, or typed text. */
export function StepValue({ id, labelledBy, describedBy, field, value, isInvalid, onChange, ...context }: Props) {
  const options = valueOptions(context, field);
  if (options) {
    return (
      <Combobox
        // Options that were loaded are kept by the component; another column has others.
        key={field}
        id={id}
        aria-labelledby={labelledBy}
        invalid={isInvalid}
        createCustomValue
        options={options}
        value={value === undefined ? null : optionOf(value)}
        onChange={(option) => {
          // Under React 18 a Combobox tells its choice again whenever it is drawn.
          if (option.value !== value) {
            onChange(option.value);
          }
        }}
      />
    );
  }
  const type = queryFieldType(field);
  return (
    <Input
      id={id}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      invalid={isInvalid}
      maxLength={LIMITS.QueryStep.value.maxLength}
      placeholder={valueHint(type)}
      suffix={type === 'duration' ? durationWords(value ?? '') : undefined}
      value={value ?? ''}
      onChange={(event) => {
        const text = event.currentTarget.value;
        onChange(text === '' ? undefined : text);
      }}
      onBlur={() => {
        // Around a number blanks are a slip; in a text they may be meant.
        if (type !== 'text' && value !== undefined && value !== value.trim()) {
          onChange(value.trim() || undefined);
        }
      }}
    />
  );
}

/** What was understood, such as 1.50 s for 0:01:500. */
function durationWords(text: string): string | undefined {
  const milliseconds = durationMs(text.trim());
  return milliseconds === undefined
    ? undefined
    : `= ${formattedValueToString(getValueFormat('ms')(milliseconds, milliseconds % 1000 === 0 ? 0 : 2))}`;
}
