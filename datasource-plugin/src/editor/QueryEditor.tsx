import type { QueryEditorProps } from '@grafana/data';
import { Alert, Combobox, type ComboboxOption, InlineField } from '@grafana/ui';
import React, { useId } from 'react';
import type { ModeltraceDataSource } from '../datasource';
import { isQueryType, QUERY_TYPES, withQueryType } from '../query/defaults';
import { withoutMark } from '../query/interpolate';
import { testIds } from '../testIds';
import type { ModeltraceOptions, ModeltraceQuery, QueryType } from '../types';
import type { TypedEditorProps } from './editorProps';
import { LatencyEditor } from './latency/LatencyEditor';
import { LABEL_WIDTH } from './layout';
import { MetricsEditor } from './metrics/MetricsEditor';
import { ReplicasEditor } from './replicas/ReplicasEditor';
import { TraceEditor } from './trace/TraceEditor';
import { TracesEditor } from './traces/TracesEditor';
import { WindowEditor } from './window/WindowEditor';

type Props = QueryEditorProps<ModeltraceDataSource, ModeltraceQuery, ModeltraceOptions>;

const QUERY_TYPE_OPTIONS: ComboboxOption<QueryType>[] = Object.entries(QUERY_TYPES).flatMap(([value, words]) =>
  isQueryType(value) ? [{ value, ...words }] : []
);

/** Edits a query: its type, and what that type needs. Every change is saved and run. */
export function QueryEditor({ query, onChange, onRunQuery, datasource, range }: Props) {
  const typeId = useId();
  const changeAndRun = (next: ModeltraceQuery) => {
    onChange(withoutMark(next));
    onRunQuery();
  };
  return (
    <div data-testid={testIds.queryEditor}>
      <InlineField label="Query type" labelWidth={LABEL_WIDTH} htmlFor={typeId}>
        <Combobox
          id={typeId}
          data-testid={testIds.queryType}
          width={32}
          options={QUERY_TYPE_OPTIONS}
          value={isQueryType(query.queryType) ? query.queryType : null}
          onChange={({ value }) => {
            changeAndRun(withQueryType(query, value));
          }}
        />
      </InlineField>
      <TypedEditor query={query} datasource={datasource} range={range} onChange={changeAndRun} />
    </div>
  );
}

function TypedEditor({ query, ...rest }: TypedEditorProps<ModeltraceQuery>) {
  switch (query.queryType) {
    case 'traces':
      return <TracesEditor query={query} {...rest} />;
    case 'trace':
      return <TraceEditor query={query} {...rest} />;
    case 'metrics':
      return <MetricsEditor query={query} {...rest} />;
    case 'latency':
      return <LatencyEditor query={query} {...rest} />;
    case 'replicas':
      return <ReplicasEditor query={query} {...rest} />;
    case 'window':
      return <WindowEditor query={query} {...rest} />;
    default:
      return (
        <Alert severity="warning" title="This version of Modeltrace cannot edit this query. Choose a query type." />
      );
  }
}
