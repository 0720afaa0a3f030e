import { Badge, InlineLabel, LoadingPlaceholder, RadioButtonGroup, Stack, Text } from '@grafana/ui';
import React, { useEffect, useState, useSyncExternalStore } from 'react';
import { lazily } from '../../lazily';
import { interpolateQuery } from '../../query/interpolate';
import { testIds } from '../../testIds';
import type { ModeltraceQuery } from '../../types';
import type { TypedEditorProps } from '../editorProps';
import { LABEL_WIDTH } from '../layout';
import { finished } from './builder/drafts';
import { StepsEditor } from './builder/StepsEditor';
import { ConditionSession, type ConditionState, shownDiagnostics, type View } from './conditionSession';
import { ExplainLine } from './explain/ExplainLine';
import { diagnosticWords } from './text/markers';

const QueryTextEditor = lazily(async () => (await import('./text/QueryTextEditor')).QueryTextEditor);

/** Queries that select traces. */
export type SelectingQuery = Extract<ModeltraceQuery, { query?: string }>;

const VIEWS: { value: View; label: string }[] = [
  { value: 'builder', label: 'Builder' },
  { value: 'text', label: 'Text' },
];

/** The condition in the query language, as steps or as text. */
export function ConditionField<T extends SelectingQuery>(props: TypedEditorProps<T>) {
  const { query, datasource, range, onSave, onRun } = props;
  const { resources } = datasource;
  const condition = query.query ?? '';
  const save = (text: string) => {
    onSave({ ...query, query: text === '' ? undefined : text });
  };
  const [session] = useState(() => new ConditionSession({ resources, onSave: save, onRun }, condition));
  useEffect(() => {
    session.own({ resources, onSave: save, onRun });
  });
  useEffect(() => {
    session.open(condition);
  }, [session, condition]);
  useEffect(
    () => () => {
      session.close();
    },
    [session]
  );
  const state = useSyncExternalStore(session.subscribe, session.state);
  const { view, text, drafts } = state;
  const filters = query.filters ?? {};
  const known = () => datasource.interpolation().filters(filters);
  const steps = finished(drafts).steps.length;
  return (
    <Stack direction="column" gap={1} data-testid={testIds.condition}>
      <Stack direction="row" gap={0.5} alignItems="center" wrap="wrap">
        <InlineLabel width={LABEL_WIDTH} tooltip="Only requests for which this holds, besides the filters">
          Condition
        </InlineLabel>
        <RadioButtonGroup
          size="sm"
          aria-label="View of the condition"
          options={VIEWS}
          value={view}
          onChange={(chosen) => void session.show(chosen)}
        />
        {view === 'builder' && steps > 0 && <Badge color="blue" icon="filter" text={String(steps)} />}
        <ExplainLine
          resources={resources}
          selection={JSON.stringify([condition, query.search, filters, range?.raw])}
          request={() => {
            const { query: selected, search } = interpolateQuery(query, datasource.interpolation()) as SelectingQuery;
            return { query: selected, search, filters: known(), range };
          }}
        />
      </Stack>
      {view === undefined && <LoadingPlaceholder text="Reading the condition" />}
      {view === 'builder' && (
        <StepsEditor
          drafts={drafts}
          datasource={datasource}
          range={range}
          filters={filters}
          onChange={(changed) => {
            session.build(changed);
          }}
        />
      )}
      {view === 'text' && (
        <QueryTextEditor
          text={text}
          diagnostics={shownDiagnostics(state)}
          complete={(typed, position) => resources.completeQuery({ text: typed, position, range, filters: known() })}
          variableNames={() => datasource.variableNames()}
          onEdit={(typed) => {
            session.type(typed);
          }}
          onDone={(typed) => {
            session.finish(typed);
          }}
        />
      )}
      <ConditionRemarks {...state} />
    </Stack>
  );
}

/** What is wrong with the condition, or why steps cannot show it. */
function ConditionRemarks(state: ConditionState) {
  const { view, text, read, failure } = state;
  const faults = view === 'text' ? shownDiagnostics(state) : [];
  const reason = view === 'text' && read?.of === text && faults.length === 0 ? read.reason : undefined;
  return (
    <div role="status">
      {failure !== undefined && (
        <Text element="p" color="error" variant="bodySmall">
          {failure}
        </Text>
      )}
      {faults.map((fault) => (
        <Text key={fault.position} element="p" color="error" variant="bodySmall">
          {diagnosticWords(fault)}
        </Text>
      ))}
      {reason !== undefined && (
        <Text element="p" color="secondary" variant="bodySmall">
          {reason}
        </Text>
      )}
    </div>
  );
}
