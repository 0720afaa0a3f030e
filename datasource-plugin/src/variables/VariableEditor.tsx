import type { DataSourceApi, QueryEditorProps } from '@grafana/data';
import { Combobox, InlineField } from '@grafana/ui';
import React, { useId } from 'react';
import type { FieldValueSource } from '../resources/fieldValueSource';
import { FIELD_OPTIONS } from '../editor/filters/fieldOptions';
import { FiltersEditor } from '../editor/filters/FiltersEditor';
import { CommittedInput } from '../editor/text/CommittedInput';
import { LIMITS } from '../contract/constants.gen';
import { LABEL_WIDTH } from '../editor/layout';
import { testIds } from '../testIds';
import type { ModeltraceOptions, ModeltraceQuery, VariableQuery } from '../types';
import { asVariableQuery } from './variableQuery';

type Props = QueryEditorProps<
  DataSourceApi<ModeltraceQuery, ModeltraceOptions>,
  ModeltraceQuery,
  ModeltraceOptions,
  VariableQuery
>;

/** The variable editor of one data source: Grafana hands editors the data source under its general type only. */
export function variableEditorOf(datasource: FieldValueSource) {
  return function ModeltraceVariableEditor({ query, onChange, range }: Props) {
    return <VariableEditor query={query} onChange={onChange} range={range} datasource={datasource} />;
  };
}

interface VariableEditorProps extends Pick<Props, 'query' | 'onChange' | 'range'> {
  datasource: FieldValueSource;
}

/** Edits which field's values a dashboard variable offers, and what narrows them. */
function VariableEditor({ query, onChange, datasource, range }: VariableEditorProps) {
  const fieldId = useId();
  const queryId = useId();
  const containsId = useId();
  const saved = asVariableQuery(query);
  return (
    <div data-testid={testIds.variableEditor}>
      <InlineField label="Values of" labelWidth={LABEL_WIDTH} htmlFor={fieldId}>
        <Combobox
          id={fieldId}
          data-testid={testIds.variableField}
          width={32}
          placeholder="Choose a field"
          options={FIELD_OPTIONS}
          value={saved.field || null}
          onChange={({ value }) => {
            onChange({ ...saved, field: value });
          }}
        />
      </InlineField>
      <FiltersEditor
        filters={saved.filters ?? {}}
        datasource={datasource}
        range={range}
        onChange={(filters) => {
          onChange({ ...saved, filters });
        }}
      />
      <InlineField
        label="Query"
        labelWidth={LABEL_WIDTH}
        htmlFor={queryId}
        grow
        tooltip="A condition in the query language: only values of traces for which it holds. Variables such as $model are values in it"
      >
        <CommittedInput
          id={queryId}
          data-testid={testIds.variableQuery}
          maxLength={LIMITS.QueryText.maxLength}
          placeholder="Any trace"
          value={saved.query ?? ''}
          onCommit={(text) => {
            onChange(withText(saved, 'query', text));
          }}
        />
      </InlineField>
      <InlineField
        label="Containing"
        labelWidth={LABEL_WIDTH}
        htmlFor={containsId}
        grow
        tooltip="Only values with this text in them. $__searchFilter is what the viewer types into the list, so that thousands of values can be searched"
      >
        <CommittedInput
          id={containsId}
          data-testid={testIds.variableContains}
          placeholder="Any value; $__searchFilter to search while typing"
          value={saved.contains ?? ''}
          onCommit={(text) => {
            onChange(withText(saved, 'contains', text));
          }}
        />
      </InlineField>
    </div>
  );
}

/** The query with this text, or without the property when there is none. */
function withText(query: VariableQuery, property: 'query' | 'contains', text: string): VariableQuery {
  const { query: condition, contains, ...rest } = { ...query, [property]: text };
  return { ...rest, ...(condition?.trim() && { query: condition }), ...(contains?.trim() && { contains }) };
}
