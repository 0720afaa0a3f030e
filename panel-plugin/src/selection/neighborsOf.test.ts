import { neighborsParameters } from './neighborsOf';

describe('the traces before and after one', () => {
  const range = { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z' };

  it('are asked for in the very list of the table: its filters, texts, conditions and order', () => {
    const query = {
      refId: 'A',
      queryType: 'traces',
      filters: { model: ['a', 'b'] },
      search: 'refund',
      query: 'x OR y',
      conditions: ['status:failed'],
      adhocFilters: [{ key: 'source', operator: '=', value: 'api' }],
      within: { start: '1795168800000', width: '1h' },
      sort: 'duration_ms',
      order: 'asc' as const,
    };
    expect(neighborsParameters({ query, ...range }, 'req-1')).toEqual({
      ...range,
      request_id: 'req-1',
      model: ['a', 'b'],
      q: 'refund',
      query: 'x OR y',
      condition: ['status:failed'],
      adhocFilters: '[{"key":"source","operator":"=","value":"api"}]',
      within: '{"start":"1795168800000","width":"1h"}',
      sort: 'duration_ms',
      order: 'asc',
    });
  });

  it('are asked for without what the query does not have, which the server would refuse', () => {
    const query = { refId: 'A', queryType: 'traces', search: '', query: '', conditions: [], filters: {} };
    expect(neighborsParameters({ query, ...range }, 'req-1')).toEqual({ ...range, request_id: 'req-1' });
  });
});
