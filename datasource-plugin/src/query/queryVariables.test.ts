import type { ModeltraceQuery } from '../types';
import { variablesOf } from './queryVariables';

const metrics: ModeltraceQuery = {
  refId: 'A',
  schemaVersion: 2,
  queryType: 'metrics',
  measures: ['$measure'],
  groupBy: ['model'],
  interval: '$__interval',
  filters: { model: ['gpt', '${model:csv}'] },
  query: 'source = $source AND cost > $5',
  search: 'about [[topic]] and $source',
};

it('every variable of a query is found once, wherever it stands; the interval of the panel is none', () => {
  expect(variablesOf(metrics)).toEqual(['${model:csv}', '[[topic]]', '$source', '$measure']);
  expect(variablesOf({ ...metrics, interval: '$width' })).toContain('$width');
});

it('a query without variables needs none', () => {
  expect(variablesOf({ refId: 'A', schemaVersion: 2, queryType: 'latency', query: 'cost > $5' })).toEqual([]);
});
