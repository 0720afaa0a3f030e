import fc from 'fast-check';
import { activeIndexAfter } from '../suggestions/activeIndex';
import { MAX_RECENT, readRecent, recentMatching, withoutSearch, withSearch } from './recentSearches';

it('the newest searches are kept, each once, newest first and never more than fit', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (searches) => {
      const recent = searches.reduce<string[]>(withSearch, []);
      expect(new Set(recent).size).toBe(recent.length);
      expect(recent.length).toBeLessThanOrEqual(MAX_RECENT);
      expect(recent).not.toContain('');
      const last = searches
        .map((text) => text.trim())
        .filter((text) => text !== '')
        .at(-1);
      expect(recent[0]).toBe(last);
      expect(readRecent(JSON.parse(JSON.stringify(recent)))).toEqual(recent.filter((text) => text.length <= 1000));
    })
  );
});

it('a search that is taken off the list is gone', () => {
  expect(withoutSearch(['a', 'b'], 'a')).toEqual(['b']);
});

it('only what fits the typed text is offered, and not the text itself', () => {
  expect(recentMatching(['Refund', 'invoice', 'fund'], 'FUND ')).toEqual(['Refund', 'fund']);
  expect(recentMatching(['refund'], 'refund')).toEqual([]);
});

it.each([[undefined], [{}], ['a'], [[1, null, { a: 1 }]]])(
  'whatever else is stored, %j, counts as nothing',
  (found) => {
    expect(readRecent(found)).toEqual([]);
  }
);

it('the arrows go around the list through the text itself', () => {
  const walk = (key: string) => {
    const places: (number | undefined)[] = [];
    for (let active: number | undefined = -1, step = 0; step < 4 && active !== undefined; step++) {
      active = activeIndexAfter(key, active, 3);
      places.push(active);
    }
    return places;
  };
  expect(walk('ArrowDown')).toEqual([0, 1, 2, -1]);
  expect(walk('ArrowUp')).toEqual([2, 1, 0, -1]);
  expect(activeIndexAfter('ArrowDown', -1, 0)).toBeUndefined();
  expect(activeIndexAfter('a', 0, 3)).toBeUndefined();
});
