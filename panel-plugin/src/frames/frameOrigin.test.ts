import { tracesFrame } from '../fixtures/traces';
import { targetsOf } from './frameOrigin';

const query = { refId: 'B', queryType: 'traces', limit: 5, search: 'parcel' };

const targetsFrom = (custom: unknown) =>
  targetsOf({ series: [{ ...tracesFrame([]), meta: { custom: custom as Record<string, unknown> } }] });

describe('the queries of a panel without a request', () => {
  it('are the ones written into the frames, asked of the data source that wrote them', () => {
    expect(targetsFrom({ datasourceUid: 'modeltrace', query })).toEqual([
      { ...query, hide: false, datasource: { uid: 'modeltrace' } },
    ]);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'modeltrace'],
    ['no data source', { query }],
    ['an empty data source', { datasourceUid: '', query }],
    ['a data source that is no text', { datasourceUid: { uid: 'x' }, query }],
    ['no query', { datasourceUid: 'modeltrace', query: null }],
    ['a query without a type', { datasourceUid: 'modeltrace', query: { refId: 'A' } }],
    ['a limit that is no number', { datasourceUid: 'modeltrace', query: { ...query, limit: '5' } }],
    ['a refId that is no text', { datasourceUid: 'modeltrace', query: { ...query, refId: 7 } }],
  ])('are none when a frame of another data source holds %s', (_, custom) => {
    expect(targetsFrom(custom)).toEqual([]);
  });
});
