import type { ModeltraceQuery } from '../types';
import { QUERY_TYPES, withQueryType } from './defaults';
import { isRunnable } from './isRunnable';

const traces: ModeltraceQuery = {
  refId: 'B',
  schemaVersion: 2,
  queryType: 'traces',
  filters: { model: ['$model'] },
  query: 'cost > 0.5',
  search: 'refund',
  limit: 5,
};

it('another query type keeps filters and search text, and nothing that only the old type had', () => {
  const metrics = withQueryType(traces, 'metrics');
  expect(metrics).toMatchObject({
    refId: 'B',
    queryType: 'metrics',
    filters: traces.filters,
    search: 'refund',
    query: 'cost > 0.5',
  });
  expect(metrics).not.toHaveProperty('limit');
  const filters = { model: ['$model'], status: ['error'] };
  const replicas = withQueryType({ ...traces, filters }, 'replicas');
  expect(replicas).not.toHaveProperty('search');
  expect(replicas).not.toHaveProperty('query');
  expect(replicas).toMatchObject({ filters: { model: ['$model'] } });
  expect(replicas).not.toHaveProperty('filters.status');
});

it('every query type but one that asks for a request id shows data as soon as it is chosen', () => {
  const types = Object.keys(QUERY_TYPES) as (keyof typeof QUERY_TYPES)[];
  expect(types.filter((type) => !isRunnable(withQueryType(traces, type)))).toEqual(['trace']);
});
