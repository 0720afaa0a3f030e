import type { ModeltraceQuery } from '../types';
import { isRunnable } from './isRunnable';

const run = (query: object) => isRunnable({ refId: 'A', schemaVersion: 2, ...query } as ModeltraceQuery);

it.each([
  { queryType: 'traces' },
  { queryType: 'trace', requestId: 'req-1' },
  { queryType: 'trace', requestId: '$request' },
  { queryType: 'metrics', measures: ['requests'] },
  { queryType: 'latency' },
  { queryType: 'replicas' },
  { queryType: 'heatmap' },
  { queryType: 'annotations', kinds: ['deployment'] },
])('a complete query is run: %j', (query) => {
  expect(run(query)).toBe(true);
  expect(run({ ...query, hide: true })).toBe(false);
});

it.each([
  {},
  { queryType: 'trace' },
  { queryType: 'trace', requestId: ' ' },
  { queryType: 'metrics' },
  { queryType: 'metrics', measures: [] },
  { queryType: 'annotations', kinds: [] },
])('a query that is still being written makes no error in the panel: %j', (query) => {
  expect(run(query)).toBe(false);
});

it('a query of a later version is sent, so that the back end says what is wrong', () => {
  expect(run({ queryType: 'later' })).toBe(true);
});
