import type { TimeRange } from '@grafana/data';
import {
  Combobox,
  type ComboboxOption,
  IconButton,
  InlineField,
  InlineFieldRow,
  InlineLabel,
  MultiCombobox,
} from '@grafana/ui';
import React, { useId } from 'react';
import { LIMITS } from '../../contract/constants.gen';
import type { FieldValueSource } from '../../resources/fieldValueSource';
import { fieldLabel } from '../../query/displayText';
import type { Filters } from '../../types';
import { LABEL_WIDTH } from '../layout';
import { loadValueOptions } from './valueOptions';

interface FilterRowProps {
  /** Absent while no field is chosen. */
  field?: string;
  /** Fields to choose from. */
  fields: ComboboxOption[];
  filters: Filters;
  datasource: FieldValueSource;
  range: TimeRange | undefined;
  onFieldChange: (field: string) => void;
  onValuesChange?: (values: string[]) => void;
  onRemove: () => void;
}

/** One field and the values wanted of it. Values that are not offered, such as `$model`, can be typed. */
export function FilterRow(props: FilterRowProps) {
  const { field, fields, filters, datasource, range, onFieldChange, onValuesChange, onRemove } = props;
  const fieldId = useId();
  const valuesId = useId();
  const name = field === undefined ? 'new filter' : `filter ${fieldLabel(field)}`;
  return (
    <InlineFieldRow>
      <InlineField label="Filter" labelWidth={LABEL_WIDTH} htmlFor={fieldId}>
        <Combobox
          id={fieldId}
          aria-label={`Field of ${name}`}
          width={24}
          placeholder="Choose a field"
          options={fields}
          value={field === undefined ? null : { value: field, label: fieldLabel(field) }}
          onChange={({ value }) => {
            onFieldChange(value);
          }}
        />
      </InlineField>
      {field !== undefined && onValuesChange && (
        <InlineField
          grow
          htmlFor={valuesId}
          label={
            <InlineLabel htmlFor={valuesId} width="auto" aria-label={`Values of ${name}`}>
              any of
            </InlineLabel>
          }
        >
          <MultiCombobox
            id={valuesId}
            placeholder="Any value"
            createCustomValue
            options={(typed) => loadValueOptions({ datasource, field, filters, range }, typed)}
            value={(filters[field] ?? []).map((value) => ({ value, label: value }))}
            onChange={(options) => {
              onValuesChange(options.slice(0, LIMITS.FilterValues.maxItems).map(({ value }) => value));
            }}
          />
        </InlineField>
      )}
      <IconButton name="trash-alt" tooltip={`Remove ${name}`} onClick={onRemove} />
    </InlineFieldRow>
  );
}
