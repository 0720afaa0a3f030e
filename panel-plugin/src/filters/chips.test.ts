import { chipsOf } from './chips';
import { whyNoSteps } from './whyNoSteps';

const view = { model: 'gpt-4o', search: 'refund', query: 'status = failed AND source = ""' };
const builder = {
  conjunction: 'and' as const,
  steps: [
    { field: 'status', operator: '!=' as const, value: 'failed' },
    { field: 'source', operator: '=' as const, value: '' },
  ],
};

it('each part of a selection is a chip in words that knows what stays without it', () => {
  const { chips, joinedByOr } = chipsOf(view, builder);
  expect(chips.map(({ words }) => words)).toEqual([
    'Model: gpt-4o',
    'Text: refund',
    'Status ≠ failed',
    'Source = (empty)',
  ]);
  expect(chips.map(({ without }) => without)).toEqual([
    { change: { model: '$__all' } },
    { change: { search: '' } },
    { steps: { conjunction: 'and', steps: [builder.steps[1]] } },
    { steps: { conjunction: 'and', steps: [builder.steps[0]] } },
  ]);
  expect(joinedByOr).toBe(false);
});

it('steps that are joined by OR do not look as if all of them held', () => {
  expect(chipsOf(view, { ...builder, conjunction: 'or' }).joinedByOr).toBe(true);
  expect(chipsOf(view, { conjunction: 'or', steps: builder.steps.slice(0, 1) }).joinedByOr).toBe(false);
});

it('a condition that is no list of steps is one chip with its text, cut where it is long', () => {
  const query = `NOT (${'😀'.repeat(60)})`;
  const { chips } = chipsOf({ model: '$__all', search: '', query }, null);
  expect(chips).toHaveLength(1);
  expect(chips[0]).toMatchObject({ isText: true, without: { change: { query: '' } } });
  expect(chips[0]?.words.endsWith('😀…')).toBe(true);
});

it('nothing is said to be filtered where nothing is', () => {
  expect(chipsOf({ model: '$__all', search: ' ', query: ' ' }, builder).chips).toEqual([]);
});

const compare = (over: object) => ({ kind: 'compare' as const, field: 'model', operator: '=' as const, ...over });

it.each([
  [{ kind: 'not' as const, nodes: [] }, 'NOT'],
  [{ kind: 'text' as const }, 'text that is searched for without a column'],
  [{ kind: 'and' as const, nodes: [compare({}), { kind: 'or' as const, nodes: [] }] }, 'AND and OR together'],
  [compare({ field: '$.request.model' }), 'JSONPath'],
  [compare({ operator: 'in' }), 'a list of values'],
  [compare({ operator: 'matches' }), 'the operator matches'],
  [compare({ values: [{ type: 'pattern', text: 'a*' }] }), 'the wildcards * and ?'],
])('why the builder cannot show %j is said', (ast, reason) => {
  expect(whyNoSteps(ast)).toBe(`The filter builder cannot show this condition because of ${reason}.`);
});
