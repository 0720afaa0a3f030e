import { variablesOf } from '../../query/queryVariables';
import type { ModeltraceQuery } from '../../types';
import { ONE_NUMBER } from '../interval/intervals';

/** Something that an alert rule cannot do with a query, or does better with another one. */
export interface AlertHint {
  severity: 'warning' | 'info';
  text: string;
  /** The query that does better, with the words of the button that takes it. */
  better?: { label: string; query: ModeltraceQuery };
}

/** What to say of a query in an alert rule. */
export function alertHints(query: ModeltraceQuery): AlertHint[] {
  const variables = variablesOf(query);
  return [
    ...(variables.length > 0 ? [variableHint(variables)] : []),
    ...(['traces', 'trace', 'heatmap', 'annotations'].includes(query.queryType) ? [NO_NUMBER] : []),
    ...(query.queryType === 'metrics' && query.interval !== ONE_NUMBER ? [oneNumberHint(query)] : []),
    ...(query.queryType === 'replicas' && query.value === undefined ? [oneValueHint(query)] : []),
    ...(query.queryType === 'window' ? [EVALUATED_WINDOW] : []),
  ];
}

const NO_NUMBER: AlertHint = {
  severity: 'warning',
  text: 'Alert rules need numbers. Choose the query type Metrics, Latency or Replicas.',
};

const EVALUATED_WINDOW: AlertHint = {
  severity: 'info',
  text: 'A time for the links of the notification, not a number to compare: base the alert condition on another query.',
};

function variableHint(variables: string[]): AlertHint {
  return {
    severity: 'warning',
    text: `Alert rules cannot use dashboard variables: write the value itself instead of ${variables.join(', ')}.`,
  };
}

function oneNumberHint(query: Extract<ModeltraceQuery, { queryType: 'metrics' }>): AlertHint {
  return {
    severity: 'info',
    text: 'One number per group for the whole time range needs no Reduce expression.',
    better: { label: 'Use one number', query: { ...query, interval: ONE_NUMBER } },
  };
}

function oneValueHint(query: Extract<ModeltraceQuery, { queryType: 'replicas' }>): AlertHint {
  return {
    severity: 'warning',
    text: 'Alert rules need one value per deployment: replicas, their configured maximum, or their share of it.',
    better: { label: 'Use share of the maximum', query: { ...query, value: 'saturation' } },
  };
}
