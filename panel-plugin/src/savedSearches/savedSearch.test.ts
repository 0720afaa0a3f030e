import fc from 'fast-check';
import {
  isShown,
  isWorthSaving,
  readSavedSearches,
  searchOf,
  searchWords,
  shippedSearches,
  viewOf,
  withoutSaved,
  withRenamed,
  withSaved,
} from './savedSearch';

const views = fc.record({
  query: fc.string(),
  search: fc.string(),
  sort: fc.constantFrom(undefined, 'cost_usd'),
  order: fc.constantFrom(undefined, 'asc' as const, 'desc' as const),
});

it('what was saved shows the same again, also after it was stored', () => {
  fc.assert(
    fc.property(views, (view) => {
      const saved = searchOf('mine', view);
      const [stored] = readSavedSearches(JSON.parse(JSON.stringify([saved])));
      expect(isShown(saved, view)).toBe(true);
      expect(viewOf(stored!)).toEqual(viewOf(saved));
    })
  );
});

it('three searches come with the panel, each of which selects or orders something', () => {
  expect(shippedSearches().map(({ name }) => name)).toEqual(['Failed', 'Most expensive first', 'Slow first token']);
  expect(shippedSearches().every((search) => isWorthSaving(viewOf(search)))).toBe(true);
});

it('the most expensive requests are those that cost most, not all that cost anything', () => {
  const found = shippedSearches().find(({ sort }) => sort === 'cost_usd');
  expect(found).toMatchObject({ query: '', order: 'desc' });
  expect(found && searchWords(found)).toBe('Cost, highest first');
});

it('a name is given once: saving under it replaces, and renaming to it does nothing', () => {
  const list = [
    { name: 'a', query: '1' },
    { name: 'b', query: '2' },
  ];
  expect(withSaved(list, { name: 'a', query: '3' })).toEqual([{ name: 'a', query: '3' }, list[1]]);
  expect(withSaved(list, { name: 'c', query: '3' })).toHaveLength(3);
  expect(withRenamed(list, 'a', ' b ')).toEqual(list);
  expect(withRenamed(list, 'a', ' c ')).toEqual([{ name: 'c', query: '1' }, list[1]]);
  expect(withoutSaved(list, 'a')).toEqual([list[1]]);
});

it('texts from outside are taken only as far as they are searches', () => {
  expect(readSavedSearches('x')).toEqual([]);
  expect(
    readSavedSearches([null, 7, { query: 'a' }, { name: ' ', query: 'a' }, { name: 'n'.repeat(101), query: '' }])
  ).toEqual([]);
  expect(readSavedSearches([{ name: ' a ', query: 7, sort: 'x; drop', order: 'up', live: true }])).toEqual([
    { name: 'a', query: '' },
  ]);
  expect(
    readSavedSearches([
      { name: 'a', query: '1' },
      { name: 'a', query: '2' },
    ])
  ).toEqual([{ name: 'a', query: '2' }]);
});

it('a view without anything chosen is not worth saving', () => {
  expect(isWorthSaving({ query: ' ', search: '' })).toBe(false);
  expect(isWorthSaving({ query: '', search: '', sort: 'cost_usd' })).toBe(true);
});
