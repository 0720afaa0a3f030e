import type { TimeRange } from '@grafana/data';
import { InlineField, InlineFieldRow, MultiCombobox } from '@grafana/ui';
import React, { useId } from 'react';
import { LIMITS } from '../../contract/constants.gen';
import { fieldLabel } from '../../query/displayText';
import type { FieldValueSource } from '../../resources/fieldValueSource';
import { testIds } from '../../testIds';
import type { Filters } from '../../types';
import { loadValueOptions } from '../filters/valueOptions';
import { LABEL_WIDTH } from '../layout';
import { type CascadeField, narrowing, shownFields, withPick } from './cascade';

interface CascadeEditorProps {
  filters: Filters;
  datasource: FieldValueSource;
  range: TimeRange | undefined;
  /** Fields to pick; all by default. */
  fields?: readonly string[];
  onChange: (filters: Filters) => void;
}

/** Model type, model, then deployment and version or connection: each offers what the wider picks leave. */
export function CascadeEditor({ filters, datasource, range, fields, onChange }: CascadeEditorProps) {
  const id = useId();
  const shown = shownFields(filters).filter((field) => fields?.includes(field) !== false);
  const load = (field: CascadeField) => (typed: string) =>
    loadValueOptions({ datasource, field, filters: narrowing(filters, field), range }, typed);
  return (
    <InlineFieldRow data-testid={testIds.cascade}>
      {shown.map((field, index) => (
        <InlineField
          key={field}
          label={fieldLabel(field)}
          labelWidth={index === 0 ? LABEL_WIDTH : 'auto'}
          htmlFor={`${id}-${field}`}
        >
          <MultiCombobox
            id={`${id}-${field}`}
            placeholder="Any"
            width="auto"
            minWidth={16}
            maxWidth={60}
            createCustomValue
            options={load(field)}
            value={(filters[field] ?? []).map((value) => ({ value, label: value }))}
            onChange={(chosen) => {
              const values = chosen.slice(0, LIMITS.FilterValues.maxItems).map(({ value }) => value);
              onChange(withPick(filters, field, values));
            }}
          />
        </InlineField>
      ))}
    </InlineFieldRow>
  );
}
