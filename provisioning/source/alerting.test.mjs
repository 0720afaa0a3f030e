import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileSchema } from '../../contract/compileSchema.mjs';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const readYaml = (...path) => parse(readFileSync(join(folder, ...path), 'utf8'));
const rulesIn = (...path) => readYaml(...path).groups.flatMap((group) => group.rules);

const alertRules = rulesIn('alerting', 'modeltrace.yaml').map((rule) => [rule.title, rule]);
const recordingRules = rulesIn('examples', 'recording-rules.yaml').map((rule) => [rule.title, rule]);
const dashboards = new Map(
  readdirSync(join(folder, 'dashboards'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, 'dashboards', name), 'utf8')))
    .map((dashboard) => [dashboard.uid, dashboard]),
);

const isQuery = compileSchema('query.yaml', 'ModeltraceQuery');
const measures = readYaml('..', 'contract', 'openapi.yaml').components.schemas.Measure.enum;
const replicaLabels = ['model', 'deployment', 'deployment_version', 'hardware'];

const queriesOf = (rule) => rule.data.filter(({ datasourceUid }) => datasourceUid === 'modeltrace');
const expressionsOf = (rule) => rule.data.filter(({ datasourceUid }) => datasourceUid === '__expr__');
const nodeOf = (rule, refId) => rule.data.find((node) => node.refId === refId);
const texts = (rule) => Object.values(rule.annotations).join('\n');
const placeholders = (rule, kind) =>
  [...texts(rule).matchAll(new RegExp(`\\$${kind}\\.(\\w+)`, 'g'))].map(([, name]) => name);

/** The query of the data source that a node is computed from. */
function sourceOf(rule, refId) {
  const node = nodeOf(rule, refId);
  const [, input] = node.model.expression?.match(/^\$?(\w+)/) ?? [];
  return input === undefined ? node.model : sourceOf(rule, input);
}

describe.each([...alertRules, ...recordingRules])('rule %s', (_, rule) => {
  it('asks queries that the data source understands, without variables, which rules do not have', () => {
    expect(queriesOf(rule).length).toBeGreaterThan(0);
    for (const { refId, model } of queriesOf(rule)) {
      expect(isQuery(model), `${refId}: ${JSON.stringify(isQuery.errors)}`).toBe(true);
      expect(model.refId).toBe(refId);
      for (const measure of model.measures ?? []) expect(measures).toContain(measure);
      expect(JSON.stringify(model)).not.toMatch(/\$|\[\[/);
    }
  });

  it('looks at one window up to now, so that its links lead to what it looked at', () => {
    const ranges = [...queriesOf(rule), ...expressionsOf(rule)].flatMap((node) => node.relativeTimeRange ?? []);
    const [{ from }] = ranges;
    expect(from).toBeGreaterThanOrEqual(60);
    expect(from).toBeLessThanOrEqual(31 * 86_400);
    for (const range of ranges) expect(range).toEqual({ from, to: 0 });
  });

  it('has a short uid of its own', () => {
    const uids = [...alertRules, ...recordingRules].map(([, { uid }]) => uid);
    expect(uids.filter((uid) => uid === rule.uid)).toHaveLength(1);
    expect(rule.uid).toMatch(/^[\w-]{1,40}$/);
  });
});

describe.each(alertRules)('alert rule %s', (_, rule) => {
  it('has one number per model where it compares', () => {
    const condition = nodeOf(rule, rule.condition);
    expect(condition.model.type).toBe('threshold');
    const compared = nodeOf(rule, condition.model.expression);
    if (compared.datasourceUid === 'modeltrace') expect(compared.model.interval).toBe('none');
    else expect(['reduce', 'math']).toContain(compared.model.type);
    const source = sourceOf(rule, rule.condition);
    expect(source.groupBy ?? replicaLabels).toContain('model');
  });

  it('does not alert on a handful of requests', () => {
    const { measures: [measure] = [], minRequests } = sourceOf(rule, rule.condition);
    if (/_rate$|_p\d\d_/.test(measure)) expect(minRequests).toBeGreaterThanOrEqual(20);
  });

  it('keeps quiet without requests and says when its queries fail', () => {
    expect(rule).toMatchObject({ noDataState: 'OK', execErrState: 'Error' });
  });

  it('leads to a panel that exists', () => {
    const { __dashboardUid__: uid, __panelId__: panelId } = rule.annotations;
    expect(dashboards.get(uid)?.panels.map(({ id }) => String(id))).toContain(panelId);
  });

  it('links to the traces of the window: with a dashboard, variables and an encoding that exist', () => {
    const edges = queriesOf(rule).filter(({ model }) => model.queryType === 'window');
    expect(edges.map(({ refId, model }) => `${refId} ${model.edge}`)).toEqual(['Start start', 'End end']);
    const link = rule.annotations.failing_traces ?? rule.annotations.traces;
    const [, uid] = link.match(/\{\{ externalURL \}\}d\/([\w-]+)\?/);
    const variables = dashboards.get(uid).templating.list.map(({ name }) => name);
    for (const [, name] of link.matchAll(/var-(\w+)=/g)) expect(variables).toContain(name);
    expect(link).toContain('&from={{ printf "%.0f" $values.Start.Value }}&to={{ printf "%.0f" $values.End.Value }}');
    for (const [placeholder] of link.matchAll(/=\{\{[^}]*\$labels[^}]*\}\}/g))
      expect(placeholder).toMatch(/^=\{\{ urlquery /);
  });

  it('puts only values and labels into its texts that it has', () => {
    const refIds = rule.data.map(({ refId }) => refId);
    for (const name of placeholders(rule, 'values')) expect(refIds).toContain(name);
    const { groupBy = replicaLabels } = sourceOf(rule, rule.condition);
    for (const name of placeholders(rule, 'labels')) expect([...groupBy, 'alertname']).toContain(name);
  });
});

it('the notification template uses annotations that the rules have', () => {
  const [{ template }] = readYaml('alerting', 'templates.yaml').templates;
  const names = new Set(alertRules.flatMap(([, { annotations }]) => Object.keys(annotations)));
  names.add('Error'); // Grafana's own, of a rule whose queries failed.
  for (const [, name] of template.matchAll(/\.Annotations\.(\w+)/g)) expect(names).toContain(name);
  // Grafana would replace $name by a variable of its environment.
  expect(template).not.toContain('$');
});
