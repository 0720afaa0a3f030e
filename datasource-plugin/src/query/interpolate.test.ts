import fc from 'fast-check';
import { fakeTemplates } from '../testing/fakes';
import type { ModeltraceQuery } from '../types';
import { isQueryType } from './defaults';
import { Interpolation, interpolateQuery, interpolateVariableQuery, withoutMark } from './interpolate';

const base = { refId: 'A', schemaVersion: 2 } as const;

function interpolation(variables: Record<string, string | string[]>) {
  return new Interpolation(fakeTemplates(variables), {});
}

describe('filter values', () => {
  it.each(['$model', '${model}', '[[model]]'])('%s becomes every chosen value of the variable', (value) => {
    expect(interpolation({ model: ['a', 'b,c'] }).filters({ model: [value] })).toEqual({ model: ['a', 'b,c'] });
  });

  it('keep what stands beside a variable, each value once', () => {
    expect(interpolation({ model: ['a', 'b'] }).filters({ model: ['b', '$model', 'z'] })).toEqual({
      model: ['b', 'a', 'z'],
    });
  });

  it.each(['$model', '${model}', '${model:csv}'])('%s at All leaves the filter out', (value) => {
    expect(interpolation({ model: '$__all' }).filters({ model: [value], status: ['error'] })).toEqual({
      status: ['error'],
    });
    expect(interpolation({ model: ['$__all'] }).filters({ model: ['$model'] })).toEqual({});
  });

  it('leave the filter out when the variable has no value', () => {
    expect(interpolation({ model: '', source: [] }).filters({ model: ['$model'], source: ['$source'] })).toEqual({});
  });

  it('use the format that the text names', () => {
    expect(interpolation({ model: ['a', 'b'] }).filters({ model: ['${model:csv}'] })).toEqual({ model: ['a,b'] });
    expect(interpolation({ model: ['a', 'b'] }).filters({ model: ['${model:pipe}'] })).toEqual({ model: ['a|b'] });
  });

  it('have a variable inside a longer text replaced in place', () => {
    expect(interpolation({ env: 'prod' }).filters({ source: ['app-$env', 'x ${env}'] })).toEqual({
      source: ['app-prod', 'x prod'],
    });
  });

  it('keep what only looks like a variable of the dashboard, as text to look for', () => {
    expect(interpolation({}).filters({ model: ['$model'] })).toEqual({ model: ['$model'] });
  });

  it('take the value of a repeated panel before the one of the dashboard', () => {
    const repeated = new Interpolation(fakeTemplates({ model: ['a', 'b'] }), { model: { text: 'b', value: 'b' } });
    expect(repeated.filters({ model: ['$model'] })).toEqual({ model: ['b'] });
  });

  it('of any text without variables stay as they are', () => {
    const plain = fc.string().filter((text) => !/[$[]/.test(text));
    const filters = fc.dictionary(fc.string(), fc.uniqueArray(plain, { minLength: 1 }));
    fc.assert(
      fc.property(filters, (given) => {
        expect(interpolation({}).filters(given)).toEqual({ ...given });
      })
    );
  });

  it('of any variable come through unchanged, whatever characters they hold', () => {
    const values = fc.uniqueArray(
      fc.string({ minLength: 1, unit: 'binary' }).filter((text) => text !== '$__all'),
      { minLength: 1 }
    );
    fc.assert(
      fc.property(values, (chosen) => {
        expect(interpolation({ model: chosen }).filters({ model: ['$model'] })).toEqual({ model: chosen });
      })
    );
  });
});

describe('a query', () => {
  it('has variables replaced in search text, measures, groups and interval', () => {
    const query: ModeltraceQuery = {
      ...base,
      queryType: 'metrics',
      measures: ['$measure'],
      groupBy: ['$group', 'model'],
      interval: '$width',
      search: 'about $topic',
      filters: { model: ['$model'] },
    };
    const variables = { measure: ['requests', 'failures'], group: 'provider', width: '5m', topic: 'x', model: ['m'] };
    expect(interpolateQuery(query, interpolation(variables))).toEqual({
      ...query,
      measures: ['requests', 'failures'],
      groupBy: ['provider', 'model'],
      interval: '5m',
      search: 'about x',
      filters: { model: ['m'] },
      interpolated: true,
    });
  });

  it('has its request id replaced', () => {
    const query: ModeltraceQuery = { ...base, queryType: 'trace', requestId: '${request}' };
    expect(interpolateQuery(query, interpolation({ request: 'req-1' }))).toMatchObject({ requestId: 'req-1' });
  });

  it('searches for nothing when the searched variable is empty or at All', () => {
    const query: ModeltraceQuery = { ...base, queryType: 'traces', search: '$search' };
    expect(interpolateQuery(query, interpolation({ search: '' }))).toMatchObject({ search: '' });
    expect(interpolateQuery(query, interpolation({ search: '$__all' }))).toMatchObject({ search: '' });
  });

  it('that was saved without optional parts, or by a later version, stays as it is', () => {
    const saved = [
      { ...base, queryType: 'metrics' },
      { ...base, queryType: 'trace' },
      { ...base, queryType: 'latency' },
      { ...base, queryType: 'later', anything: '$model' },
    ] as ModeltraceQuery[];
    for (const query of saved) {
      expect(interpolateQuery(query, interpolation({ model: 'm' }))).toEqual(
        isQueryType(query.queryType) ? { ...query, interpolated: true } : query
      );
    }
  });

  it.each(['$name', '${name}', '[[name]]'])(
    'with the text %s is marked, so that the back end looks for it',
    (search) => {
      const query: ModeltraceQuery = { ...base, queryType: 'traces', search };
      expect(interpolateQuery(query, interpolation({}))).toEqual({ ...query, interpolated: true });
    }
  );

  it('whose values are in place stays as it is, even where they read like another variable', () => {
    const query: ModeltraceQuery = { ...base, queryType: 'traces', search: '$search', filters: { model: ['$model'] } };
    const variables = { search: '$model', model: ['m'] };
    const first = interpolateQuery(query, interpolation(variables));
    expect(first).toMatchObject({ search: '$model', filters: { model: ['m'] } });
    expect(interpolateQuery(first, interpolation(variables))).toEqual(first);
  });

  it('loses the mark, and nothing else, before it is saved', () => {
    const query: ModeltraceQuery = { ...base, queryType: 'traces', search: 'refund' };
    expect(withoutMark({ ...query, interpolated: true })).toStrictEqual(query);
    expect(withoutMark(query)).toStrictEqual(query);
  });
});

it('a variable is narrowed by the values of the variables it depends on', () => {
  const query = { refId: 'v', field: '$which', filters: { model: ['$model'], deployment: ['$deployment'] } };
  expect(
    interpolateVariableQuery(query, interpolation({ which: 'status', model: ['a', 'b'], deployment: '$__all' }))
  ).toEqual({ refId: 'v', field: 'status', filters: { model: ['a', 'b'] } });
});
