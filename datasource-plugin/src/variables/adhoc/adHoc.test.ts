import type { AdHocVariableFilter } from '@grafana/data';
import { readFileSync } from 'fs';
import path from 'path';
import { fakeDataSource, range } from '../../testing/fakes';
import type { ModeltraceQuery } from '../../types';
import { adHocConditions } from './adHocConditions';

const base = { refId: 'A', schemaVersion: 2 } as const;
const file = path.resolve(__dirname, '../../../../contract/fixtures/queries/adhoc.json');
type Cases = Record<string, { filter: AdHocVariableFilter; condition: string }>;
const cases = JSON.parse(readFileSync(file, 'utf8')) as Cases;

describe('a filter of the dashboard', () => {
  it.each(Object.entries(cases))('is the condition that the back end makes of it: %s', (_, { filter, condition }) => {
    const [made = ''] = adHocConditions([filter]);
    // Here `$` is written so that nobody takes it for a variable; it reads the same.
    expect(made.replaceAll('\\u0024', '$')).toBe(condition);
  });

  const filters: AdHocVariableFilter[] = [
    { key: 'model', operator: '=|', value: 'a', values: ['a', 'b'] },
    { key: 'tags.team', operator: '!=', value: '" OR "' },
  ];

  it.each(['traces', 'metrics', 'latency', 'heatmap', 'annotations'] as const)(
    'reaches queries of the type %s apart',
    (queryType) => {
      const { datasource } = fakeDataSource({});
      const query = { ...base, queryType, query: 'a OR b' } as ModeltraceQuery;
      expect(datasource.applyTemplateVariables(query, {}, filters)).toEqual({
        ...query,
        adhocFilters: filters,
        interpolated: true,
      });
      expect(datasource.applyTemplateVariables(query, {}, [])).not.toHaveProperty('adhocFilters');
    }
  );

  it('says nothing of one trace and of replicas', () => {
    const { datasource } = fakeDataSource({});
    for (const query of [
      { ...base, queryType: 'trace', requestId: 'r' },
      { ...base, queryType: 'replicas' },
    ] as ModeltraceQuery[]) {
      expect(datasource.applyTemplateVariables(query, {}, filters)).not.toHaveProperty('adhocFilters');
    }
  });

  it('stays a condition of its own where the query leaves the dashboard, for Explore or an alert rule', () => {
    const { datasource } = fakeDataSource({});
    const query: ModeltraceQuery = { ...base, queryType: 'latency', query: 'a OR b' };
    expect(datasource.interpolateVariablesInQueries([query], {}, filters)).toStrictEqual([
      { ...query, query: '(a OR b) AND model in ("a", "b") AND tags["team"] != "\\" OR \\""' },
    ]);
    expect(
      datasource.interpolateVariablesInQueries([{ ...base, queryType: 'traces' }], {}, filters.slice(0, 1))
    ).toEqual([{ ...base, queryType: 'traces', query: 'model in ("a", "b")' }]);
  });
});

describe('what a dashboard can be filtered by', () => {
  const suggestions = [
    { kind: 'field', text: 'tags.team', detail: '5 requests' },
    { kind: 'field', text: 'tags["a \\"b\\""]', detail: '2 requests' },
  ];

  it('is the fields, those with values first, and the tags that occur with the other filters', async () => {
    const { datasource, requests } = fakeDataSource({ 'query/complete': { position: 0, length: 5, suggestions } });
    const filters = [{ key: 'model', operator: '=', value: 'a' }];
    const keys = await datasource.getTagKeys({ filters, timeRange: range });
    expect(keys[0]).toEqual({ text: 'Status', value: 'status', group: 'Fields' });
    const names = keys.map(({ value }) => value);
    expect(names.indexOf('user_id')).toBeLessThan(names.indexOf('duration_ms'));
    expect(names).not.toContain('start_time');
    expect(keys.slice(-2)).toEqual([
      { text: 'tags.team', value: 'tags.team', group: 'Tags' },
      { text: 'tags.a "b"', value: 'tags.a "b"', group: 'Tags' },
    ]);
    expect(requests[0]?.params).toMatchObject({
      text: 'tags.',
      position: 5,
      condition: ['model = "a"'],
      from: '2026-11-20T00:00:00.000Z',
    });
  });

  it('has the values that occur together with the other filters', async () => {
    const values = {
      values: [
        { value: 'x', requests: 3 },
        { value: '', requests: 1 },
      ],
    };
    const { datasource, requests } = fakeDataSource({ 'fields/source/values': values });
    const filters = [
      { key: 'model', operator: '=~', value: 'a.*' },
      { key: 'source', operator: '=', value: 'y' },
    ];
    expect(await datasource.getTagValues({ key: 'source', filters, timeRange: range })).toEqual([
      { text: 'x', value: 'x' },
    ]);
    expect(requests[0]?.params).toMatchObject({
      condition: ['model matches "^(?:a.*)\\u0024"'],
      to: '2026-11-21T00:00:00.000Z',
    });
  });

  it('has the values of a tag, whatever its name', async () => {
    const answer = {
      position: 0,
      length: 0,
      suggestions: [
        { kind: 'value', text: 'plain', detail: '' },
        { kind: 'value', text: '"with \\"quotes\\"\\n"', detail: '' },
      ],
    };
    const { datasource, requests } = fakeDataSource({ 'query/complete': answer });
    expect(await datasource.getTagValues({ key: 'tags.a "b"', filters: [], timeRange: range })).toEqual([
      { text: 'plain', value: 'plain' },
      { text: 'with "quotes"\n', value: 'with "quotes"\n' },
    ]);
    expect(requests[0]?.params).toMatchObject({ text: 'tags["a \\"b\\""] = ' });
  });

  it('has fixed values where there is a choice, and none to choose from where there are too many', async () => {
    const { datasource, requests } = fakeDataSource({});
    const valuesOf = async (key: string) =>
      (await datasource.getTagValues({ key, filters: [] })).map(({ value }) => value);
    expect(await valuesOf('status')).toEqual(['success', 'failed', 'error', 'timeout']);
    expect(await valuesOf('streamed')).toEqual(['true', 'false']);
    expect(await valuesOf('duration_ms')).toEqual([]);
    expect(await valuesOf('pod')).toEqual([]);
    expect(requests).toEqual([]);
  });
});
