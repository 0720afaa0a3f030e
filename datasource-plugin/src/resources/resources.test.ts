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
