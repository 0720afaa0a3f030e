import type { SelectedTraces } from '../selection/selectedTraces';
import { narrowingOf } from './narrowing';

const selected = (query: Partial<SelectedTraces['query']>): SelectedTraces => ({
  query: { refId: 'A', queryType: 'traces', ...query },
  from: '2026-11-20T00:00:00Z',
  to: '2026-11-22T00:00:00Z',
});

it('values on offer are those of the panel’s query, its model and the dashboard’s filters', () => {
  const adhocFilters = [{ key: 'source', operator: '=', value: 'x' }];
  const query = { query: 'cost_usd > 1', filters: { model: ['gpt'] }, conditions: ['model = "a"'], adhocFilters };
  expect(narrowingOf(selected(query), { query: '', search: '' })).toEqual({
    filters: { model: ['gpt'] },
    conditions: ['cost_usd > 1', 'model = "a"'],
    adhocFilters,
  });
});

it('the condition that is being edited does not hide other values, and searched texts are not read for them', () => {
  const query = { search: 'refund', conditions: ['model = "a"', '"refund"', 'source = x OR source = y'] };
  expect(narrowingOf(selected(query), { query: 'source = x OR source = y', search: 'refund' }).conditions).toEqual([
    'model = "a"',
  ]);
});
