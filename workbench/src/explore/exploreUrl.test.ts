import { describe, expect, it } from 'vitest';
import { exploreUrl, readExploreUrl } from './exploreUrl';

const QUERY = { refId: 'A', queryType: 'trace', requestId: 'a "quoted" & id' };
const searchOf = (url: string) => new URL(url, 'http://workbench').search;

describe('an address of Explore', () => {
  it('gives back what it was made of', () => {
    const state = { datasource: 'modeltrace', queries: [QUERY], range: { from: 'now-6h', to: 'now' } };
    expect(readExploreUrl(searchOf(exploreUrl(state)))).toEqual(state);
  });

  it('is read as Grafana’s data links write it: a query and no time range', () => {
    const left = encodeURIComponent(JSON.stringify({ datasource: 'modeltrace', queries: [QUERY] }));
    expect(readExploreUrl(`?left=${left}`)).toEqual({
      datasource: 'modeltrace',
      queries: [QUERY],
      range: { from: 'now-1h', to: 'now' },
    });
  });

  it('gives a query without a name the next letter, and reads times that are numbers', () => {
    const panes = JSON.stringify({ x: { queries: [{}, {}], range: { from: 1000, to: 2000 } } });
    const { queries, range } = readExploreUrl(`?panes=${encodeURIComponent(panes)}`);
    expect(queries.map(({ refId }) => refId)).toEqual(['A', 'B']);
    expect(range).toEqual({ from: '1000', to: '2000' });
  });

  it.each(['', '?panes=[', '?panes=null', '?panes={"a":1}', '?left={"queries":"no"}'])(
    'that is broken (%s) is empty',
    (search) => {
      expect(readExploreUrl(search).queries).toEqual([]);
    },
  );
});
