import type { ModeltraceQuery } from '../types';
import { queryDisplayText } from './displayText';

const base = { refId: 'A', schemaVersion: 2 } as const;

it.each<[string, ModeltraceQuery]>([
  ['Requests', { ...base, queryType: 'traces' }],
  [
    'Requests with status error or timeout, containing "refund"',
    { ...base, queryType: 'traces', filters: { status: ['error', 'timeout'], model: [] }, search: 'refund' },
  ],
  [
    'Requests as they arrive by response time (ascending)',
    { ...base, queryType: 'traces', sort: 'duration_ms', order: 'asc', live: true },
  ],
  ['Requests by executed on (ascending)', { ...base, queryType: 'traces', order: 'asc' }],
  ['Request req-1', { ...base, queryType: 'trace', requestId: 'req-1' }],
  ['Trace 4bf9', { ...base, queryType: 'trace', requestId: '', traceId: '4bf9' }],
  ['Trace', { ...base, queryType: 'trace' }],
  [
    'Failure rate by model where status = failed and source contains x, model gpt-4o',
    {
      ...base,
      queryType: 'metrics',
      measures: ['failure_rate'],
      groupBy: ['model'],
      query: 'status = failed\n AND source contains x',
      filters: { model: ['gpt-4o'] },
    },
  ],
  [
    'P99 latency as one number where source = "a  AND b"',
    { ...base, queryType: 'metrics', measures: ['duration_p99_ms'], interval: 'none', query: 'source = "a  AND b"' },
  ],
  [
    'Requests where (a = 1 or b = 2) and (model = "m"), model type external',
    {
      ...base,
      queryType: 'traces',
      query: 'a = 1 OR b = 2',
      conditions: ['model = "m"', ' '],
      filters: { model_type: ['external'] },
    },
  ],
  ['Requests where "refund"', { ...base, queryType: 'traces', conditions: ['"refund"'] }],
  ['later_measure per 1h', { ...base, queryType: 'metrics', measures: ['later_measure'], interval: '1h' }],
  ['toString', { ...base, queryType: 'metrics', measures: ['toString'] }],
  ['Metrics', { ...base, queryType: 'metrics' }],
  ['Latency of requests', { ...base, queryType: 'latency' }],
  ['Heatmap of time to first token', { ...base, queryType: 'heatmap', field: 'ttft_ms' }],
  ['Replicas with model $model', { ...base, queryType: 'replicas', filters: { model: ['$model'] } }],
  ['Deployments, Error bursts', { ...base, queryType: 'annotations', kinds: ['deployment', 'error-burst'] }],
  ['Events', { ...base, queryType: 'annotations' }],
])('query history tells "%s" from other queries', (text, query) => {
  expect(queryDisplayText(query)).toBe(text);
});

it('a query of a type this version does not know has no text rather than a wrong one', () => {
  expect(queryDisplayText({ ...base, queryType: 'later' } as never)).toBe('');
});
