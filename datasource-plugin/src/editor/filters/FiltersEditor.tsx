import type { TimeRange } from '@grafana/data';
import { Button, type ComboboxOption, InlineField } from '@grafana/ui';
import React, { useState } from 'react';
import type { FieldValueSource } from '../../resources/fieldValueSource';
import { testIds } from '../../testIds';
import type { Filters } from '../../types';
import { LABEL_WIDTH } from '../layout';
import { FIELD_OPTIONS } from './fieldOptions';
import { FilterRow } from './FilterRow';

interface FiltersEditorProps {
  filters: Filters;
  datasource: FieldValueSource;
  range: TimeRange | undefined;
  /** Fields that can be filtered by; all by default. */
  fields?: ComboboxOption[];
  /** Fields that are filtered by elsewhere in the editor. */
  without?: readonly string[];
  onChange: (filters: Filters) => void;
}

/** The filters of a query, one row per field. Every row must hold; of a row's values, any. */
export function FiltersEditor(props: FiltersEditorProps) {
  const { filters, datasource, range, fields = FIELD_OPTIONS, without = [], onChange } = props;
  // A row without a chosen field has no place in the saved filters.
  const [adding, setAdding] = useState(false);
  const saved = Object.keys(filters).filter((field) => !without.includes(field));
  const free = fields.filter(({ value }) => !saved.includes(value) && !without.includes(value));
  const rename = (from: string, to: string) => {
    onChange(
      Object.fromEntries(Object.entries(filters).map(([name, values]) => (name === from ? [to, []] : [name, values])))
    );
  };
  return (
    <div data-testid={testIds.filters}>
      {saved.map((field) => (
        <FilterRow
          key={field}
          field={field}
          fields={fields.filter((option) => option.value === field || free.includes(option))}
          filters={filters}
          datasource={datasource}
          range={range}
          onFieldChange={(next) => {
            rename(field, next);
          }}
          onValuesChange={(values) => {
            onChange({ ...filters, [field]: values });
          }}
          onRemove={() => {
            onChange(Object.fromEntries(Object.entries(filters).filter(([name]) => name !== field)));
          }}
        />
      ))}
      {adding && (
        <FilterRow
          key="new"
          fields={free}
          filters={filters}
          datasource={datasource}
          range={range}
          onFieldChange={(next) => {
            setAdding(false);
            onChange({ ...filters, [next]: [] });
          }}
          onRemove={() => {
            setAdding(false);
          }}
        />
      )}
      {!adding && free.length > 0 && (
        <InlineField label={saved.length === 0 ? 'Filters' : ' '} labelWidth={LABEL_WIDTH}>
          <Button
            variant="secondary"
            icon="plus"
            data-testid={testIds.addFilter}
            onClick={() => {
              setAdding(true);
            }}
          >
            Add filter
          </Button>
        </InlineField>
      )}
    </div>
  );
}
