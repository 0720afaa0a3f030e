import { fakeDataSource, range } from '../testing/fakes';

it('a request id with any characters reaches the trace of that id', async () => {
  const { datasource, requests } = fakeDataSource({ trace: { request_id: 'a/b?c' } });
  await expect(datasource.resources.trace('a/b?c')).resolves.toEqual({ request_id: 'a/b?c' });
  expect(requests.map(({ params }) => params)).toEqual([{ request_id: 'a/b?c' }]);
});

it('field values are asked for with exactly what narrows them', async () => {
  const { datasource, requests } = fakeDataSource({ 'fields/model/values': { values: [] } });
  await datasource.resources.fieldValues({ field: 'model' });
  await datasource.resources.fieldValues({
    field: 'model',
    range,
    filters: { status: ['error', 'timeout'] },
    contains: 'gpt',
    limit: 10,
  });
  expect(requests.map(({ params }) => params)).toEqual([
    {},
    {
      from: '2026-11-20T00:00:00.000Z',
      to: '2026-11-21T00:00:00.000Z',
      status: ['error', 'timeout'],
      contains: 'gpt',
      limit: 10,
    },
  ]);
});

it('a condition is read, written, completed and explained by the trace server', async () => {
  const day = { from: '2026-11-20T00:00:00.000Z', to: '2026-11-21T00:00:00.000Z' };
  const builder = { conjunction: 'and' as const, steps: [] };
  const { datasource, requests } = fakeDataSource({
    'query/parse': { text: 'a', ast: null, builder, diagnostics: [] },
    'query/format': { text: 'status = failed' },
    'query/complete': { position: 0, length: 0, suggestions: [] },
    'query/explain': { rows: 1, stored_rows: 2, bytes: 3, columns: [], steps: [] },
    'query/migrate': { query: { refId: 'A', queryType: 'traces', schemaVersion: 2 } },
  });
  const { resources } = datasource;
  expect((await resources.parseQuery('a')).builder).toEqual(builder);
  expect(await resources.formatQuery(builder)).toBe('status = failed');
  await resources.completeQuery({ text: 'mo', position: 2, range, filters: { status: ['error'] } });
  await resources.explainQuery({ query: 'a', search: 'b', range, filters: {} });
  expect(await resources.migrateQuery({ refId: 'A', queryType: 'traces', schemaVersion: 1 } as never)).toMatchObject({
    schemaVersion: 2,
  });
  expect(requests.map(({ path, params }) => [path, params])).toEqual([
    ['query/parse', { text: 'a' }],
    ['query/format', builder],
    ['query/complete', { text: 'mo', position: 2, limit: 50, ...day, filters: { status: ['error'] } }],
    ['query/explain', { query: 'a', q: 'b', ...day }],
    ['query/migrate', { refId: 'A', queryType: 'traces', schemaVersion: 1 }],
  ]);
});
