import { CoreApp, type QueryEditorProps } from '@grafana/data';
import { Alert, Combobox, type ComboboxOption, InlineField } from '@grafana/ui';
import React, { useId } from 'react';
import type { ModeltraceDataSource } from '../datasource';
import { defaultQuery, isQueryType, QUERY_TYPES, withQueryType } from '../query/defaults';
import { withoutMark } from '../query/interpolate';
import { testIds } from '../testIds';
import type { ModeltraceOptions, ModeltraceQuery, QueryType } from '../types';
import { AlertHints } from './alerting/AlertHints';
import { AnnotationsEditor } from './annotations/AnnotationsEditor';
import type { TypedEditorProps } from './editorProps';
import { HeatmapEditor } from './heatmap/HeatmapEditor';
import { LatencyEditor } from './latency/LatencyEditor';
import { LABEL_WIDTH } from './layout';
import { MetricsEditor } from './metrics/MetricsEditor';
import { MigratingQuery } from './migration/MigratingQuery';
import { versionOf } from './migration/versionOf';
import { ReplicasEditor } from './replicas/ReplicasEditor';
import { TraceEditor } from './trace/TraceEditor';
import { TracesEditor } from './traces/TracesEditor';
import { WindowEditor } from './window/WindowEditor';

type Props = QueryEditorProps<ModeltraceDataSource, ModeltraceQuery, ModeltraceOptions>;

const QUERY_TYPE_OPTIONS: ComboboxOption<QueryType>[] = Object.entries(QUERY_TYPES).flatMap(([value, words]) =>
  isQueryType(value) ? [{ value, ...words }] : []
);

/** Edits a query: its type, and what that type needs. Picks are saved and run at once, typed text when it is complete. */
export function QueryEditor({ query: saved, onChange, onRunQuery, datasource, range, app }: Props) {
  // A new query may come without anything.
  const query = { ...defaultQuery(), ...saved } as ModeltraceQuery;
  const save = (next: ModeltraceQuery) => {
    onChange(withoutMark(next));
  };
  const changeAndRun = (next: ModeltraceQuery) => {
    save(next);
    onRunQuery();
  };
  switch (versionOf(saved)) {
    case 'older':
      return <MigratingQuery query={saved} resources={datasource.resources} onMigrated={save} />;
    case 'newer':
      return (
        <Alert
          severity="warning"
          title="A newer version of Modeltrace saved this query. Update the plugin to edit it."
        />
      );
    case 'current':
      return (
        <div data-testid={testIds.queryEditor}>
          <QueryTypeField query={query} onChange={changeAndRun} />
          {app === CoreApp.UnifiedAlerting && <AlertHints query={query} onChange={changeAndRun} />}
          <TypedEditor
            query={query}
            datasource={datasource}
            range={range}
            app={app}
            onChange={changeAndRun}
            onSave={save}
            onRun={onRunQuery}
          />
        </div>
      );
  }
}

function QueryTypeField({ query, onChange }: Pick<TypedEditorProps<ModeltraceQuery>, 'query' | 'onChange'>) {
  const id = useId();
  return (
    <InlineField label="Query type" labelWidth={LABEL_WIDTH} htmlFor={id}>
      <Combobox
        id={id}
        data-testid={testIds.queryType}
        width={32}
        options={QUERY_TYPE_OPTIONS}
        value={isQueryType(query.queryType) ? query.queryType : null}
        onChange={({ value }) => {
          onChange(withQueryType(query, value));
        }}
      />
    </InlineField>
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
    case 'heatmap':
      return <HeatmapEditor query={query} {...rest} />;
    case 'annotations':
      return <AnnotationsEditor query={query} {...rest} />;
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
