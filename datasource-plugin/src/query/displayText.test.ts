import type { ModeltraceQuery } from '../types';
import { queryDisplayText } from './displayText';

const base = { refId: 'A', schemaVersion: 2 } as const;

it.each<[string, ModeltraceQuery]>([
  ['Traces', { ...base, queryType: 'traces' }],
  [
    'Traces · Status: error, timeout · text "refund"',
    { ...base, queryType: 'traces', filters: { status: ['error', 'timeout'], model: [] }, search: 'refund' },
  ],
  ['Trace: req-1', { ...base, queryType: 'trace', requestId: 'req-1' }],
  [
    'Metrics: Failure rate, P99 latency by Model',
    { ...base, queryType: 'metrics', measures: ['failure_rate', 'duration_p99_ms'], groupBy: ['model'] },
  ],
  ['Metrics: later_measure', { ...base, queryType: 'metrics', measures: ['later_measure'] }],
  ['Metrics: toString', { ...base, queryType: 'metrics', measures: ['toString'] }],
  ['Replicas · Model: $model', { ...base, queryType: 'replicas', filters: { model: ['$model'] } }],
])('query history tells "%s" from other queries', (text, query) => {
  expect(queryDisplayText(query)).toBe(text);
});

it('a query of a type this version does not know has no text rather than a wrong one', () => {
  expect(queryDisplayText({ ...base, queryType: 'later' } as never)).toBe('');
});
