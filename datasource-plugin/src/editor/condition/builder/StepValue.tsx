import type { TimeRange } from '@grafana/data';
import { Combobox, type ComboboxOption, Field } from '@grafana/ui';
import React from 'react';
import { LIMITS } from '../../../contract/constants.gen';
import { queryField, queryFieldType } from '../../../query/queryFields';
import type { FieldValueSource } from '../../../resources/fieldValueSource';
import type { Filters } from '../../../types';
import { loadValueOptions } from '../../filters/valueOptions';
import { CommittedInput } from '../../text/CommittedInput';
import { VALUE_HINTS, valueFault } from './valueFault';

/** What the values on offer depend on. */
export interface ValueContext {
  datasource: FieldValueSource;
  range: TimeRange | undefined;
  /** The query's filters, which narrow the values. */
  filters: Filters;
}

interface StepValueProps extends ValueContext {
  id: string;
  /** What people with a screen reader hear. */
  label: string;
  field: string;
  value: string | undefined;
  onChange: (value: string) => void;
}

/** The value of a step: a choice, one of the values that the data has, or typed text; in all, variables. */
export function StepValue(props: StepValueProps) {
  const { id, label, field, value, datasource, onChange } = props;
  const options = optionsOf(props);
  if (options) {
    return (
      <>
        <span id={`${id}-name`} hidden>
          {label}
        </span>
        <Combobox
          // Options that are loaded are kept by the component; another field has others.
          key={field}
          id={id}
          aria-labelledby={`${id}-name`}
          width={32}
          placeholder="Choose a value"
          createCustomValue
          options={options}
          value={value === undefined ? null : { value, label: value === '' ? '(empty)' : value }}
          onChange={(option) => {
            onChange(option.value);
          }}
        />
      </>
    );
  }
  const isText = queryFieldType(field) === 'text';
  const fault = value === undefined ? undefined : valueFault(field, value);
  return (
    <Field noMargin invalid={fault !== undefined} error={fault}>
      <CommittedInput
        id={id}
        aria-label={label}
        width={32}
        maxLength={LIMITS.QueryStep.value.maxLength}
        placeholder={VALUE_HINTS[queryFieldType(field)] ?? `Text or a variable${exampleOf(datasource)}`}
        value={value ?? ''}
        onCommit={(text) => {
          onChange(isText ? text : text.trim());
        }}
      />
    </Field>
  );
}

function exampleOf(datasource: FieldValueSource): string {
  const [name] = datasource.variableNames();
  return name === undefined ? '' : ` such as ${name}`;
}

/** What can be chosen; undefined where values are typed. */
function optionsOf({ field, datasource, range, filters }: StepValueProps) {
  const known = queryField(field);
  const fixed = known?.type === 'boolean' ? ['true', 'false'] : known?.values;
  if (fixed) {
    const variables = datasource.variableNames();
    return [...fixed, ...variables].map((value): ComboboxOption => ({ value, label: value }));
  }
  return known?.has_values === true
    ? (typed: string) => loadValueOptions({ datasource, field, filters, range }, typed)
    : undefined;
}
