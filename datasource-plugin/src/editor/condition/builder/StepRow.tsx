import { Box, Combobox, IconButton, Stack } from '@grafana/ui';
import React, { useId } from 'react';
import { type DraftStep, withFieldOf } from './drafts';
import { conditionFieldLabel, fieldOf, loadFieldOptions } from './fieldOptions';
import { operatorOptions } from './operatorOptions';
import { StepValue, type ValueContext } from './StepValue';

interface StepRowProps extends ValueContext {
  step: DraftStep;
  /** From 1 on. */
  number: number;
  onChange: (step: DraftStep) => void;
  onRemove: () => void;
}

/** One step: column, operator, value. */
export function StepRow({ step, number, onChange, onRemove, ...context }: StepRowProps) {
  const id = useId();
  const { field, operator, value } = step;
  return (
    <Stack direction="row" gap={1} alignItems="flex-start" wrap="wrap" role="group" aria-label={`Step ${number}`}>
      {/* Before Grafana 13.2 a Combobox takes its name from another element only. */}
      <span id={`${id}-field-name`} hidden>{`Column of step ${number}`}</span>
      <Combobox
        id={`${id}-field`}
        aria-labelledby={`${id}-field-name`}
        width={28}
        placeholder="Choose a column"
        createCustomValue
        customValueDescription="The tag of this name"
        options={(typed) => loadFieldOptions(context.datasource.resources, typed)}
        value={field === undefined ? null : { value: field, label: conditionFieldLabel(field) }}
        onChange={(option) => {
          onChange(withFieldOf(step, fieldOf(option.value)));
        }}
      />
      {field !== undefined && (
        <>
          <span id={`${id}-operator-name`} hidden>{`Operator of step ${number}`}</span>
          <Combobox
            id={`${id}-operator`}
            aria-labelledby={`${id}-operator-name`}
            width={16}
            options={operatorOptions(field)}
            value={operator}
            onChange={(option) => {
              onChange({ ...step, operator: option.value });
            }}
          />
          <StepValue
            {...context}
            id={`${id}-value`}
            label={`Value of step ${number}`}
            field={field}
            value={value}
            onChange={(text) => {
              onChange({ ...step, value: text === '' ? undefined : text });
            }}
          />
        </>
      )}
      <Box paddingTop={1}>
        <IconButton name="trash-alt" size="lg" tooltip={`Remove step ${number}`} onClick={onRemove} />
      </Box>
    </Stack>
  );
}
