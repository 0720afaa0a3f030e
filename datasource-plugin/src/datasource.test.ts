import { CoreApp, type DataQueryRequest } from '@grafana/data';
import { setBackendSrv, setDataSourceSrv } from '@grafana/runtime';
import { lastValueFrom, of } from 'rxjs';
import { ModeltraceDataSource } from './datasource';
import { fakeDataSource, fakeTemplates, range, settings } from './testing/fakes';
import type { ModeltraceQuery } from './types';

const base = { refId: 'A', schemaVersion: 2 } as const;

async function sentFor(targets: ModeltraceQuery[], variables: Record<string, string | string[]>, timezone: string) {
  const sent: unknown[] = [];
  const fetch = (request: { data: { queries: unknown[] } }) => {
    sent.push(...request.data.queries);
    return of({ data: { results: {} } });
  };
  setBackendSrv({ fetch } as never);
  setDataSourceSrv({ getInstanceSettings: () => settings } as never);
  const { datasource } = fakeDataSource({}, variables);
  const request = { targets, range, timezone, scopedVars: {} } as unknown as DataQueryRequest<ModeltraceQuery>;
  await lastValueFrom(datasource.query(request));
  return sent;
}

it('what is sent has the values of variables and the time zone of the dashboard', async () => {
  const query: ModeltraceQuery = {
    ...base,
    queryType: 'metrics',
    measures: ['requests'],
    filters: { model: ['$model'], status: ['$status'] },
  };
  const sent = await sentFor([query], { model: ['a', 'b'], status: '$__all' }, 'Europe/Berlin');
  expect(sent).toEqual([
    expect.objectContaining({ measures: ['requests'], filters: { model: ['a', 'b'] }, timeZone: 'Europe/Berlin' }),
  ]);
});

it('text that looks like a variable is sent with the mark by which the back end takes it as text', async () => {
  const query: ModeltraceQuery = { ...base, queryType: 'traces', search: 'costs $name' };
  expect(await sentFor([query], { model: 'a' }, 'utc')).toEqual([
    expect.objectContaining({ search: 'costs $name', interpolated: true }),
  ]);
});

it('a query that Grafana takes from a panel to Explore or an alert rule has values but no mark', () => {
  const { datasource } = fakeDataSource({}, { model: ['a', 'b'] });
  const query: ModeltraceQuery = { ...base, queryType: 'latency', filters: { model: ['$model'] } };
  expect(datasource.interpolateVariablesInQueries([query], {})).toStrictEqual([
    { ...query, filters: { model: ['a', 'b'] } },
  ]);
});

it('what a panel adds is sent as it stands, each by itself, whatever the variables of the dashboard are called', async () => {
  const conditions = ['input contains "$model"', 'a = 1 OR b = 2', 'user_id = "${__user.login} [[model]]"'];
  const query: ModeltraceQuery = { ...base, queryType: 'traces', query: 'model = $model', conditions };
  const [first] = await sentFor([query], { model: 'gpt' }, 'utc');
  expect(first).toMatchObject({ query: 'model = "gpt"', conditions });
  const [again] = await sentFor([first as ModeltraceQuery], { model: 'other' }, 'utc');
  expect(again).toMatchObject({ query: 'model = "gpt"', conditions, interpolated: true });
});

it('what a panel adds is never saved: it leaves the dashboard as a part of the condition that no OR gets around', () => {
  const { datasource } = fakeDataSource({}, { model: 'gpt' });
  const query: ModeltraceQuery = {
    ...base,
    queryType: 'traces',
    query: 'a = 1 OR b = 2',
    conditions: ['input contains "$model"', 'status = failed OR c = 3', ''],
  };
  expect(datasource.interpolateVariablesInQueries([query], {})).toStrictEqual([
    {
      ...base,
      queryType: 'traces',
      query: String.raw`(a = 1 OR b = 2) AND (input contains "\u0024model") AND (status = failed OR c = 3)`,
    },
  ]);
  expect(
    datasource.interpolateVariablesInQueries([{ ...base, queryType: 'latency', conditions: [] }], {})
  ).toStrictEqual([{ ...base, queryType: 'latency' }]);
});

it('a trace is not asked for while the variable with its request id is empty', async () => {
  const query: ModeltraceQuery = { ...base, queryType: 'trace', requestId: '$request' };
  expect(await sentFor([query], { request: '' }, 'utc')).toEqual([]);
  expect(await sentFor([query], { request: 'req-1' }, 'utc')).toEqual([
    expect.objectContaining({ requestId: 'req-1' }),
  ]);
});

it('an unfinished panel query is not run', () => {
  const { datasource } = fakeDataSource({});
  expect(datasource.filterQuery({ ...base, queryType: 'metrics' })).toBe(false);
});

it('a new panel starts with a query that runs, and that turns no saved query into another', () => {
  const { datasource } = fakeDataSource({});
  const started = { ...datasource.getDefaultQuery(), refId: 'A' } as ModeltraceQuery;
  expect(datasource.filterQuery(started)).toBe(true);
  const saved: ModeltraceQuery = { ...base, queryType: 'latency', filters: { model: ['m'] } };
  expect({ ...datasource.getDefaultQuery(), ...saved }).toStrictEqual(saved);
});

it('Save & test asks the back end: the data source has no test of its own', () => {
  const { datasource } = fakeDataSource({});
  expect(Object.hasOwn(Object.getPrototypeOf(datasource) as object, 'testDatasource')).toBe(false);
});

it('a new query is narrowed to the model type of the settings, but not what an alert rule that is saved watches', () => {
  const narrowed = { ...settings, jsonData: { defaultModelType: 'fine-tuned' as const } };
  const datasource = new ModeltraceDataSource(narrowed, fakeTemplates({}));
  expect(datasource.getDefaultQuery(CoreApp.PanelEditor)).toMatchObject({ filters: { model_type: ['fine-tuned'] } });
  expect(datasource.getDefaultQuery(CoreApp.Explore)).toMatchObject({ filters: { model_type: ['fine-tuned'] } });
  expect(datasource.getDefaultQuery(CoreApp.UnifiedAlerting)).not.toHaveProperty('filters');
});
