import type { DataQueryRequest, ScopedVars } from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import { fakeDataSource, range, type Variables } from '../testing/fakes';
import type { VariableQuery } from '../types';
import { ModeltraceVariableSupport } from './variableSupport';

const values = (...names: string[]) => ({ values: names.map((value, i) => ({ value, requests: 10 - i })) });

async function optionsOf(
  query: unknown,
  answers: Record<string, unknown>,
  {
    variables = {},
    timezone = 'utc',
    scopedVars = {},
  }: { variables?: Variables; timezone?: string; scopedVars?: ScopedVars } = {}
) {
  const { datasource, requests } = fakeDataSource(answers, variables);
  const request = { targets: [query], range, timezone, scopedVars } as DataQueryRequest<VariableQuery>;
  const response = await lastValueFrom(new ModeltraceVariableSupport(datasource).query(request));
  return { data: response.data as unknown[], requests };
}

it('a variable offers the values of its field in the dashboard time range, most frequent first', async () => {
  const { data, requests } = await optionsOf(
    { refId: 'v', field: 'model' },
    { 'fields/model/values': values('zeta', 'alpha', '') }
  );
  expect(data).toEqual([
    { text: 'zeta', value: 'zeta' },
    { text: 'alpha', value: 'alpha' },
  ]);
  expect(requests[0]?.params).toMatchObject({ from: '2026-11-20T00:00:00.000Z', to: '2026-11-21T00:00:00.000Z' });
});

it('a variable that depends on others offers only what exists together with their values', async () => {
  const { requests } = await optionsOf(
    { refId: 'v', field: 'source', filters: { model: ['$model'], deployment: ['$deployment'] } },
    { 'fields/source/values': values() },
    { variables: { model: ['a', 'b'], deployment: '$__all' } }
  );
  expect(requests[0]?.params).toMatchObject({ model: ['a', 'b'] });
  expect(requests[0]?.params).not.toHaveProperty('deployment');
});

it('a variable is narrowed by its condition, in which other variables are values', async () => {
  const { requests } = await optionsOf(
    { refId: 'v', field: 'user_id', query: 'model = $model AND cost > 1 AND source = $source' },
    { 'fields/user_id/values': values() },
    { variables: { model: ['a', '" OR "'], source: { options: ['x'] } } }
  );
  expect(requests[0]?.params).toMatchObject({ query: 'model = ("a", "\\" OR \\"") AND cost > 1 AND source = *' });
});

it('what the viewer types is looked for on the server, so that thousands of values can be searched', async () => {
  const query = { refId: 'v', field: 'user_id', contains: '$__searchFilter' };
  const answers = { 'fields/user_id/values': values('u1') };
  const typed = { __searchFilter: { text: 'u', value: 'u' } };
  expect((await optionsOf(query, answers, { scopedVars: typed })).requests[0]?.params).toMatchObject({ contains: 'u' });
  expect((await optionsOf(query, answers)).requests[0]?.params).not.toHaveProperty('contains');
});

it('a variable that was saved as the name of a field alone offers its values', async () => {
  const { data } = await optionsOf(' model ', { 'fields/model/values': values('a') });
  expect(data).toEqual([{ text: 'a', value: 'a' }]);
});

it('deployment versions are offered newest first', async () => {
  const { data } = await optionsOf(
    { refId: 'v', field: 'deployment_version' },
    { 'fields/deployment_version/values': values('v9', 'v10', 'v2') }
  );
  expect(data).toMatchObject([{ value: 'v10' }, { value: 'v9' }, { value: 'v2' }]);
});

describe('deployments', () => {
  const answers = {
    'fields/deployment/values': values('old', 'new', 'unknown'),
    models: {
      models: [
        {
          model: 'a',
          deployments: [
            { deployment: 'old', deployed_time: '2026-10-01T12:00:00Z', versions: [] },
            { deployment: 'new', deployed_time: '2026-10-23T23:30:00Z', versions: [] },
          ],
        },
        { model: 'b', deployments: [{ deployment: 'old', deployed_time: '2026-09-01T12:00:00Z', versions: [] }] },
      ],
    },
  };

  it('tell since when they are deployed, newest first, while the value stays the name', async () => {
    const { data } = await optionsOf({ refId: 'v', field: 'deployment' }, answers);
    expect(data).toEqual([
      { text: 'new (since 2026-10-23)', value: 'new' },
      { text: 'old (since 2026-09-01)', value: 'old' },
      { text: 'unknown', value: 'unknown' },
    ]);
  });

  it('tell the day of the dashboard time zone', async () => {
    const { data } = await optionsOf({ refId: 'v', field: 'deployment' }, answers, { timezone: 'Europe/Berlin' });
    expect(data[0]).toMatchObject({ text: 'new (since 2026-10-24)' });
  });

  it('of the chosen model tell the time of that model', async () => {
    const { data } = await optionsOf({ refId: 'v', field: 'deployment', filters: { model: ['$model'] } }, answers, {
      variables: { model: 'a' },
    });
    expect(data).toContainEqual({ text: 'old (since 2026-10-01)', value: 'old' });
  });
});

it.each([undefined, '', 'label_values(x)', {}])(
  'a variable without a field (%j) offers nothing and asks nothing',
  async (query) => {
    const { data, requests } = await optionsOf(query, {});
    expect(data).toEqual([]);
    expect(requests).toEqual([]);
  }
);

it('a back end that cannot answer fails the variable instead of emptying it', async () => {
  await expect(optionsOf({ refId: 'v', field: 'model' }, {})).rejects.toThrow('no answer');
});
