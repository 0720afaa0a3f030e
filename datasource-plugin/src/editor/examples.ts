import { QUERY_SCHEMA_VERSION } from '../contract/constants.gen';
import type { ModeltraceQuery } from '../types';

/** A query to start from, with what it shows. */
export interface Example {
  title: string;
  text: string;
  query: ModeltraceQuery;
}

const base = { refId: 'A', schemaVersion: QUERY_SCHEMA_VERSION };

/** Every query type once, as it is used on dashboards and in alert rules. */
export const EXAMPLES: Example[] = [
  {
    title: 'Failed requests',
    text: 'The newest requests that ended with an error or a timeout.',
    query: { ...base, queryType: 'traces', filters: { status: ['error', 'timeout'] } },
  },
  {
    title: 'Requests that mention a text',
    text: 'Looks in request id, input, output, error message and tags.',
    query: { ...base, queryType: 'traces', search: 'refund' },
  },
  {
    title: 'Failure rate per model',
    text: 'One line per model; hours up to one day, then days.',
    query: { ...base, queryType: 'metrics', measures: ['failure_rate'], groupBy: ['model'] },
  },
  {
    title: 'P99 latency per model as one number',
    text: 'For stat panels and alert rules: the whole time range, no points in time.',
    query: { ...base, queryType: 'metrics', measures: ['duration_p99_ms'], groupBy: ['model'], interval: 'none' },
  },
  {
    title: 'Tokens per provider and day',
    text: 'Several measures make several series.',
    query: {
      ...base,
      queryType: 'metrics',
      measures: ['input_tokens', 'output_tokens'],
      groupBy: ['provider'],
      interval: '1d',
    },
  },
  {
    title: 'Latency of every request',
    text: 'One point per request, the slowest kept where there are too many.',
    query: { ...base, queryType: 'latency' },
  },
  {
    title: 'Replicas of hosted models',
    text: 'One series per hardware configuration.',
    query: { ...base, queryType: 'replicas' },
  },
];
