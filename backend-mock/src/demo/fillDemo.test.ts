import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/testServer.js';
import type { DemoRequest } from './demoPlan.js';
import { fillDemo } from './fillDemo.js';
import { removeDemo } from './removeDemo.js';
import { aTrace } from '../testing/traces.js';
import { storyTimes } from './storyTimes.js';
import { DEMO_COLUMNS } from './tracesSql.js';
import { endOfDemo } from './unfinishedDemo.js';

// The period begins and ends within an hour and has the end of a month in it.
const REQUEST: DemoRequest = { traces: 12_345, seed: 7, days: 14, until: new Date('2026-11-07T15:20:30Z') };

let server: TestServer;

beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

async function fingerprint(): Promise<{ rows: number; ids: number; hash: string } | undefined> {
  const [row] = await server.store.rows<{ rows: number; ids: number; hash: string }>({
    sql: `SELECT count() AS rows, uniqExact(request_id) AS ids, toString(sum(cityHash64(toString(tuple(${DEMO_COLUMNS.join(', ')}))))) AS hash FROM traces`,
    params: {},
  });
  return row;
}
const one = async (expression: string, where = '1') => {
  const sql = `SELECT toFloat64(${expression}) AS value FROM traces WHERE ${where}`;
  return (await server.store.rows<{ value: number }>({ sql, params: {} }))[0]?.value;
};
const forget = () => server.store.execute({ sql: 'TRUNCATE TABLE traces', params: {} });

describe('a demo of a size', () => {
  it('has exactly as many traces as asked for, all in its period, and is the same however it is cut into blocks', async () => {
    const whole = await fillDemo(server.store, REQUEST, { parallel: 1 });
    expect(whole).toEqual({ stored: 12_345, before: 0, traces: 12_345 });
    const expected = await fingerprint();
    expect(expected).toMatchObject({ rows: 12_345, ids: 12_345 });
    expect(await one('count()', "start_time < '2026-10-24 15:20:30' OR start_time > '2026-11-07 15:20:30'")).toBe(0);

    await forget();
    await fillDemo(server.store, REQUEST, { parallel: 3, tracesPerBlock: 5_000 });
    expect(await fingerprint()).toEqual(expected);

    await forget();
    await fillDemo(server.store, { ...REQUEST, seed: 8 }, { parallel: 1 });
    expect(await fingerprint()).toMatchObject({ rows: 12_345 });
    expect(await fingerprint()).not.toEqual(expected);
  });

  it('that was stopped goes on where it was and ends up the same; given again it adds nothing', async () => {
    await forget();
    const stop = new AbortController();
    const options = { parallel: 2, tracesPerBlock: 3_000 };
    const stopped = await fillDemo(server.store, REQUEST, {
      ...options,
      signal: stop.signal,
      onProgress: ({ stored }) => {
        if (stored > 2_000) stop.abort();
      },
    });
    expect(stopped.stored).toBeGreaterThan(2_000);
    expect(stopped.stored).toBeLessThan(12_345);
    expect(await one('count()')).toBe(stopped.stored);
    const rest = await fillDemo(server.store, REQUEST, options);
    expect(rest).toEqual({ stored: 12_345, before: stopped.stored, traces: 12_345 });
    const resumed = await fingerprint();
    expect(await fillDemo(server.store, REQUEST, options)).toMatchObject({ before: 12_345 });
    expect(await fingerprint()).toEqual(resumed);

    await forget();
    await fillDemo(server.store, REQUEST, { parallel: 1 });
    expect(await fingerprint()).toEqual(resumed);
  });

  it('without an end is gone on with in the hours after it was begun; another one ends with the last full hour', async () => {
    await forget();
    const asked = { traces: REQUEST.traces, seed: REQUEST.seed, days: REQUEST.days };
    const begun = new Date('2026-11-07T15:59:59Z');
    const end = await endOfDemo(server.store, asked, begun);
    expect(end).toEqual(new Date('2026-11-07T15:00:00Z'));
    await fillDemo(server.store, { ...asked, until: end }, { parallel: 1 });
    const later = new Date('2026-11-08T09:30:00Z');
    expect(await endOfDemo(server.store, asked, later)).toEqual(end);
    expect(await endOfDemo(server.store, { ...asked, seed: 8 }, later)).toEqual(new Date('2026-11-08T09:00:00Z'));
  });

  it('tells its stories where and when it says', async () => {
    await forget();
    const request = { ...REQUEST, traces: 40_000 };
    await fillDemo(server.store, request, { parallel: 1 });
    const from = new Date(request.until.getTime() - request.days * 86_400_000);
    const stories = storyTimes(from, request.until);
    const during = (name: string) => {
      const found = stories.find(({ story }) => story.startsWith(name));
      expect(found?.times.length, name).toBeGreaterThan(0);
      const inside = found?.times.map(
        (time) =>
          `start_time >= '${time.from.toISOString().slice(0, -1)}' AND start_time < '${time.to.toISOString().slice(0, -1)}'`,
      );
      return `(${(inside ?? []).join(' OR ')})`;
    };
    const share = (what: string, where: string) => one(`countIf(${what}) / count()`, where);
    const bad = during('bad deployment');
    expect(await share("error_type = 'ServerError'", `deployment = 'support-production' AND ${bad}`)).toBeGreaterThan(
      0.2,
    );
    expect(await share("error_type = 'ServerError'", `deployment = 'support-production' AND NOT ${bad}`)).toBeLessThan(
      0.03,
    );
    const storm = during('rate-limit storm');
    expect(await share("error_type = 'RateLimitError'", `connection = 'openai-main' AND ${storm}`)).toBeGreaterThan(
      0.25,
    );
    expect(await share("error_type = 'RateLimitError'", `connection = 'openai-main' AND NOT ${storm}`)).toBeLessThan(
      0.03,
    );
    const slow = `connection = 'azure-westeurope' AND status = 'success'`;
    const usual = (await one('median(duration_ms)', `${slow} AND NOT ${during('slow region')}`)) ?? 0;
    expect(await one('median(duration_ms)', `${slow} AND ${during('slow region')}`)).toBeGreaterThan(2.5 * usual);
    const rush = during('rush');
    const toRush = "deployment = 'mistral-production'";
    expect(await share(toRush, rush)).toBeGreaterThan(2 * ((await share(toRush, `NOT ${rush}`)) ?? 1));
    const changes = await server.store.rows<{ before: number; most: number }>({
      sql: `SELECT maxIf(replicas, NOT ${rush.replaceAll('start_time', 'subtractHours(time, 1)')}) AS before, max(replicas) AS most
FROM replica_changes FINAL WHERE deployment = 'mistral-production'`,
      params: {},
    });
    expect(changes).toEqual([{ before: expect.any(Number) as number, most: 10 }]);
    expect(changes[0]?.before).toBeLessThan(7);
  });

  it('can be removed again, and nothing else is', async () => {
    const mine = { model: 'mine', model_type: 'fine-tuned', deployment: 'llama-eu', hardware: '2x NVIDIA H100' };
    await server.post('/api/v1/replicas', { changes: [{ ...mine, time: '2026-11-07T10:00:00Z', replicas: 1 }] });
    await forget();
    await fillDemo(server.store, { ...REQUEST, traces: 500 }, { parallel: 1 });
    await server.post('/api/v1/traces', aTrace({ request_id: 'mine', model: 'gpt-4o-mini' }));
    const removed = await removeDemo(server.store);
    expect(removed.traces).toBe(500);
    expect(removed.replicaChanges).toBeGreaterThan(0);
    const left = await server.store.rows({ sql: 'SELECT request_id FROM traces', params: {} });
    expect(left).toEqual([{ request_id: 'mine' }]);
    const changes = await server.store.rows({ sql: 'SELECT model FROM replica_changes FINAL', params: {} });
    expect(changes).toEqual([{ model: 'mine' }]);
    expect(await removeDemo(server.store)).toEqual({ traces: 0, replicaChanges: 0 });
  });
});
