import { isOneModel } from './oneModel';

it.each([
  ['the viewer chose one', {}, 'gpt', true],
  ['the query names one', { filters: { model: ['gpt'] } }, '', true],
  ['the viewer chose all', {}, '$__all', false],
  ['the viewer chose all in the query’s variable', { filters: { model: ['$model'] } }, '$__all', false],
  ['the query names two', { filters: { model: ['a', 'b'] } }, '', false],
  ['nothing says which', {}, '', false],
])('when %s, all traces are of one model: %#', (_, query, chosen, expected) => {
  expect(isOneModel({ refId: 'A', ...query }, chosen)).toBe(expected);
});
