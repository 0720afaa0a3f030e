import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileSchema } from '../../contract/compileSchema.mjs';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const files = readdirSync(join(folder, 'dashboards')).filter((name) => name.endsWith('.json'));
const dashboards = files.map((name) => JSON.parse(readFileSync(join(folder, 'dashboards', name), 'utf8')));
const isQuery = compileSchema('query.yaml', 'ModeltraceQuery');
const isVariableQuery = compileSchema('query.yaml', 'VariableQuery');
const measures = parse(readFileSync(join(folder, '..', 'contract', 'openapi.yaml'), 'utf8')).components.schemas.Measure
  .enum;

const targetsOf = ({ panels, annotations }) => [
  ...panels.flatMap((panel) => panel.targets.map((target) => ({ panel: panel.title, target }))),
  ...annotations.list.map(({ name, target }) => ({ panel: name, target })),
];

describe.each(dashboards)('dashboard $title', (dashboard) => {
  it('asks only queries that the data source understands', () => {
    for (const { panel, target } of targetsOf(dashboard)) {
      expect(isQuery(target), `${panel}: ${JSON.stringify(isQuery.errors)}`).toBe(true);
      for (const measure of target.measures ?? []) expect(measures, panel).toContain(measure);
    }
  });

  it('fills its variables with queries that the data source understands', () => {
    for (const variable of dashboard.templating.list.filter(({ type }) => type === 'query')) {
      expect(isVariableQuery(variable.query), `${variable.name}: ${JSON.stringify(isVariableQuery.errors)}`).toBe(true);
    }
  });

  it('uses no variable that it does not have', () => {
    const names = new Set(dashboard.templating.list.map(({ name }) => name));
    const used = JSON.stringify([
      dashboard.annotations.list.map(({ target }) => target),
      dashboard.panels.map(({ targets }) => targets),
      dashboard.templating.list.map(({ query }) => query),
    ]);
    for (const [, name] of used.matchAll(/\$(?!__)(\w+)/g)) expect(names).toContain(name);
  });

  it('has panels that do not overlap and have ids of their own', () => {
    const cells = new Set();
    for (const { gridPos } of dashboard.panels) {
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
          expect(cells.has(`${x},${y}`)).toBe(false);
          cells.add(`${x},${y}`);
        }
      }
    }
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
  });

  it('links only to dashboards that are provisioned', () => {
    const uids = new Set(dashboards.map(({ uid }) => uid));
    for (const [, uid] of JSON.stringify(dashboard).matchAll(/\/d\/([\w-]+)/g)) expect(uids).toContain(uid);
  });
});

it('a chart with a line of failures leads to the failed requests, as its points near zero are hard to hit', () => {
  const charts = dashboards
    .flatMap(({ panels }) => panels)
    .filter(({ targets }) => targets.some((target) => target.measures?.includes('failures')));
  expect(charts.length).toBeGreaterThanOrEqual(4);
  for (const { title, links } of charts) {
    expect(
      links.map(({ url }) => url.includes('query=status%3Dfailed')),
      title,
    ).toEqual([false, true]);
  }
});
