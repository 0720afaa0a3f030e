import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { components } from '../../contract/api.gen.js';
import { contractErrors } from '../../testing/contractCheck.js';
import { silentLog } from '../../testing/silentLog.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace, rowsOf } from '../../testing/traces.js';
import { applyRetention } from './applyRetention.js';
import { cutoff } from './expiredSql.js';
import { underLease } from './lease.js';
import { applyWhenDue } from './schedule.js';

type Schemas = components['schemas'];

const NOW = new Date('2026-11-21T10:00:00Z');
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

async function setPolicies(input: object): Promise<Schemas['Retention']> {
  const answer = await server.app.inject({ method: 'PUT', url: '/api/v1/retention', payload: input });
  expect([answer.statusCode, contractErrors('Retention', answer.json())]).toEqual([200, []]);
  return answer.json();
}

async function apply(dryRun: boolean): Promise<Schemas['RetentionAnswer']> {
  const answer = await applyRetention(server.store, dryRun, NOW);
  expect(contractErrors('RetentionAnswer', answer)).toEqual([]);
  return answer;
}

async function column(sql: string): Promise<string[]> {
  return (await server.store.rows<{ v: string }>({ sql, params: {} })).map((row) => row.v).sort();
}
const stored = () => column('SELECT request_id AS v FROM traces');
const spans = () => column('SELECT DISTINCT name AS v FROM spans');

const hex = (digit: string, digits: number) => digit.repeat(digits);
const span = (id: string, name: string) => ({ span_id: id, name, start_time: '2026-08-05T00:00:00Z', duration_ms: 1 });

describe('retention', () => {
  it('removes by model and age what it said it would, whole months at once, with their spans', async () => {
    await server.post('/api/v1/traces', {
      traces: [
        aTrace({
          request_id: 'aug',
          start_time: '2026-08-05T00:00:00Z',
          trace_id: hex('a', 32),
          spans: [span(hex('1', 16), 'aug')],
        }),
        aTrace({ request_id: 'oct-old', start_time: '2026-10-21T23:59:59.999999Z' }),
        aTrace({ request_id: 'oct-day', start_time: '2026-10-22T00:00:00Z' }),
        aTrace({ request_id: 'oct-kept-longer', model: 'audit-1', start_time: '2026-10-01T00:00:00Z' }),
        aTrace({ request_id: 'nov-short', model: 'Audit-test', start_time: '2026-11-18T00:00:00Z' }),
        aTrace({
          request_id: 'nov',
          start_time: '2026-11-18T00:00:00Z',
          trace_id: hex('b', 32),
          span_id: hex('2', 16),
          spans: [span(hex('2', 16), 'nov'), span(hex('3', 16), 'nov root')],
        }),
        aTrace({
          request_id: 'aug-in-nov',
          start_time: '2026-08-06T00:00:00Z',
          trace_id: hex('b', 32),
          span_id: hex('4', 16),
          spans: [span(hex('4', 16), 'own of aug')],
        }),
      ],
    });
    const before = await stored();
    const policies = [
      { model_pattern: '*', max_age_days: 30 },
      { model_pattern: 'audit-*', max_age_days: 60 },
      { model_pattern: 'AUDIT-test', max_age_days: 2 },
    ];
    expect(await setPolicies({ policies })).toMatchObject({ policies, last_applied: null });

    const said = await apply(true);
    expect(said).toMatchObject({
      dry_run: true,
      traces: 4,
      months: [
        { month: '2026-08', traces: 2, whole: true },
        { month: '2026-10', traces: 1, whole: false },
        { month: '2026-11', traces: 1, whole: false },
      ],
      models: [
        { model: 'Audit-test', traces: 1, before: '2026-11-19T00:00:00.000000Z' },
        { model: 'gpt-4o', traces: 3, before: '2026-10-22T00:00:00.000000Z' },
      ],
    });
    expect(await stored()).toEqual(before);

    expect(await apply(false)).toMatchObject({ dry_run: false, traces: 4, months: said.months, models: said.models });
    expect(await stored()).toEqual(['nov', 'oct-day', 'oct-kept-longer']);
    const left = await spans();
    expect(left).toEqual(expect.arrayContaining(['nov', 'nov root']));
    expect(left.filter((name) => name.includes('aug'))).toEqual([]);
    const totals = await server.post('/api/v1/metrics', {
      from: '2026-01-01T00:00:00Z',
      to: '2027-01-01T00:00:00Z',
      measures: ['requests'],
    });
    expect(rowsOf(totals.body)).toEqual([{ requests: 3 }]);
    expect(await apply(false)).toMatchObject({ traces: 0, spans: 0, months: [] });
  });

  it('keeps a month of which a model may be kept, and everything without a policy', async () => {
    await setPolicies({ policies: [{ model_pattern: 'gpt*', max_age_days: 1 }] });
    expect(await apply(false)).toMatchObject({ traces: 2, months: [{ whole: false }, { whole: false }] });
    expect(await stored()).toEqual(['oct-kept-longer']);
    await setPolicies({ policies: [] });
    expect(await apply(false)).toMatchObject({ traces: 0 });
  });

  it('takes old replica changes, but not what says how many replicas still run', async () => {
    const change = (time: string, deployment: string, replicas: number) => ({
      time,
      model: 'm',
      deployment,
      hardware: 'A10G',
      replicas,
    });
    await server.post('/api/v1/replicas', {
      changes: [
        change('2026-08-01T00:00:00Z', 'runs', 1),
        change('2026-09-01T00:00:00Z', 'runs', 2),
        change('2026-11-01T00:00:00Z', 'runs', 3),
        change('2026-08-01T00:00:00Z', 'ended', 1),
        change('2026-09-01T00:00:00Z', 'ended', 0),
      ],
    });
    const history = async () => rowsOf((await server.get('/api/v1/replicas?from=2026-10-25T00:00:00Z')).body);
    const before = await history();
    await setPolicies({ policies: [], replica_changes_max_age_days: 30 });
    expect(await apply(false)).toMatchObject({ replica_changes: 3 });
    expect(await history()).toEqual(before);
    expect(before.length).toBe(2);
  });

  it('names what cannot be a policy', async () => {
    for (const [field, policies] of [
      [
        'policies[1].model_pattern',
        [
          { model_pattern: 'A*', max_age_days: 1 },
          { model_pattern: 'a**', max_age_days: 2 },
        ],
      ],
      ['policies[0].max_age_days', [{ model_pattern: 'a', max_age_days: 0 }]],
    ] as const) {
      const answer = await server.app.inject({ method: 'PUT', url: '/api/v1/retention', payload: { policies } });
      expect([answer.statusCode, answer.json<Schemas['ErrorAnswer']>().error.field]).toEqual([400, field]);
    }
    const dry = await server.post('/api/v1/retention/apply', { dry_run: true });
    expect([dry.status, contractErrors('RetentionAnswer', dry.body)]).toEqual([200, []]);
  });

  it('is due once a day, and again when the policies change', async () => {
    await setPolicies({ policies: [{ model_pattern: '*', max_age_days: 9999 }] });
    const now = new Date();
    const tomorrow = new Date(cutoff(-1, now).getTime() + 1000);
    expect(await applyWhenDue(server.store, silentLog)).toBe(true);
    expect(await applyWhenDue(server.store, silentLog)).toBe(false);
    await setPolicies({ policies: [{ model_pattern: '*', max_age_days: 8888 }] });
    expect(await applyWhenDue(server.store, silentLog)).toBe(true);
    expect(await applyWhenDue(server.store, silentLog, tomorrow)).toBe(true);
  });

  it('is applied by one server at a time, and by another when that one is gone', async () => {
    let other: boolean | undefined;
    const first = await underLease(server.store, 'task', 60_000, async () => {
      other = await underLease(server.store, 'task', 60_000, () => Promise.resolve());
    });
    expect([first, other]).toEqual([true, false]);
    expect(await underLease(server.store, 'task', 60_000, () => Promise.resolve())).toBe(true);
    const dead = {
      name: 'task',
      attempt_id: '0',
      taken_time: '2026-01-01 00:00:00',
      until_time: '2026-01-01 06:00:00',
      released: false,
    };
    await server.store.insert('leases', Object.keys(dead), [JSON.stringify(dead)]);
    expect(await underLease(server.store, 'task', 60_000, () => Promise.resolve())).toBe(true);
  });
});
