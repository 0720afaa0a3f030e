import { chosenVersion, versionTarget } from './chosenVersion';
import { stripTarget } from './stripTarget';

const list = {
  refId: 'A',
  queryType: 'traces',
  datasource: { uid: 'modeltrace' },
  filters: { model: ['$model'] },
  search: '$search',
  query: 'cost_usd > 1',
  conditions: ['status = failed'],
  adhocFilters: [{ key: 'user_id', operator: '=', value: 'u-1' }],
  within: { start: '1795258800000', width: '1h' },
};

describe('the query of the numbers', () => {
  it('is narrowed by everything that narrows the list, so that both are of the same traces', () => {
    expect(stripTarget(list)).toMatchObject({ ...list, queryType: 'metrics', interval: 'none' });
  });

  it('is not cut to the rows that are loaded', () => {
    const asked = stripTarget({ ...list, limit: 100, cursor: 'c', sort: 'cost_usd', order: 'asc', live: true });
    expect(Object.keys(asked)).not.toEqual(expect.arrayContaining(['limit']));
    for (const key of ['limit', 'cursor', 'sort', 'order', 'live']) {
      expect(asked).not.toHaveProperty(key);
    }
  });
});

describe('the total since deployment', () => {
  it('is of the version that a filter, a dashboard or the query bar chooses, and of nothing narrower', () => {
    const filters = { model: ['m'], deployment: ['d'], deployment_version: ['v7'], status: ['failed'] };
    expect(chosenVersion({ filters })).toEqual({
      filters: { model: ['m'], deployment: ['d'], deployment_version: ['v7'] },
      conditions: [],
    });
    const typed = 'deployment_version = "v 7" AND status = failed AND cost_usd > 1';
    expect(chosenVersion({ filters: { model: ['m'] }, query: typed, conditions: ['model = "n"'] })).toEqual({
      filters: { model: ['m'] },
      conditions: ['deployment_version = "v 7" ', 'model = "n"'],
    });
  });

  it.each([
    { filters: { deployment_version: ['v6', 'v7'] } },
    { query: 'deployment_version = v6 OR deployment_version = v7' },
    { query: 'NOT deployment_version = v6' },
    { query: 'deployment_version != v6' },
    { query: 'deployment_version = v*' },
    {},
  ])('is not there where no single version is chosen: %j', (asked) => {
    expect(chosenVersion(asked)).toBeUndefined();
  });

  it('is asked for without the other conditions of the list', () => {
    const chosen = { filters: { deployment_version: ['v7'] }, conditions: [] };
    expect(versionTarget(list, chosen)).toEqual({
      ...chosen,
      refId: 'A',
      datasource: { uid: 'modeltrace' },
      queryType: 'metrics',
      schemaVersion: 2,
      interpolated: true,
      interval: 'none',
      measures: ['requests'],
    });
  });
});
