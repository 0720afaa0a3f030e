import { type ComboboxOption, InlineField, MultiCombobox } from '@grafana/ui';
import React, { useId } from 'react';
import { LABEL_WIDTH } from '../layout';
import { optionOf } from '../options';

interface ListFieldProps {
  label: string;
  testId: string;
  placeholder: string;
  options: ComboboxOption[];
  values: string[];
  /** How many values the trace server takes. */
  max: number;
  onChange: (values: string[]) => void;
}

/** Several of the offered values, or variables, in the order they were chosen. */
export function ListField({ label, testId, placeholder, options, values, max, onChange }: ListFieldProps) {
  const id = useId();
  return (
    <InlineField label={label} labelWidth={LABEL_WIDTH} htmlFor={id} grow tooltip={`Up to ${max}`}>
      <MultiCombobox
        id={id}
        data-testid={testId}
        placeholder={placeholder}
        createCustomValue
        options={options}
        value={values.map((value) => optionOf(options, value))}
        onChange={(chosen) => {
          onChange(chosen.slice(0, max).map(({ value }) => value));
        }}
      />
    </InlineField>
  );
}
