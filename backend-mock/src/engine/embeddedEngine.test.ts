import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../testing/silentLog.js';
import { openTestServer, type TestServer } from '../testing/testServer.js';
import { aTrace } from '../testing/traces.js';
import { EmbeddedEngine } from './embeddedEngine.js';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

async function killEngine(): Promise<void> {
  const { pid } = server.engine;
  if (pid === undefined) throw new Error('the engine is not running');
  process.kill(pid, 'SIGKILL');
  while (server.engine.pid === pid) await delay(5);
}

async function untilHealthy(): Promise<void> {
  while ((await server.get('/healthz')).status !== 200) await delay(50);
}

describe('the embedded engine', () => {
  it('while it is away callers are told when to come back, then it is there again', async () => {
    await server.post('/api/v1/traces', aTrace({ request_id: 'before' }));
    await killEngine();
    const answers = await Promise.all([
      server.get('/healthz'),
      server.get('/api/v1/traces'),
      server.post('/api/v1/traces', aTrace({ request_id: 'meanwhile' })),
    ]);
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 503, body: { error: { code: 'ENGINE_UNAVAILABLE' } } });
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    await untilHealthy();
    expect((await server.get('/api/v1/traces/before')).status).toBe(200);
    expect((await server.post('/api/v1/traces', aTrace({ request_id: 'meanwhile' }))).status).toBe(201);
  });

  it('killed amid concurrent ingest it loses nothing that was acknowledged, and a retry stores nothing twice', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round++) {
      let isKilled = false;
      const span = { span_id: '00000000000000aa', name: 'tool', start_time: '2026-11-20T12:00:00Z', duration_ms: 5 };
      const sendUntilRefused = async (writer: number) => {
        for (let batch = 0; ; batch++) {
          const traces = Array.from({ length: 20 }, (_, i) =>
            aTrace({ request_id: `kill-${round}-${writer}-${batch}-${i}`, model: 'killed', spans: [span] }),
          );
          let answer = await server.post('/api/v1/traces', { traces });
          while (answer.status === 503) {
            await delay(50);
            answer = await server.post('/api/v1/traces', { traces });
          }
          expect(answer.status).toBe(201);
          acknowledged.push(...traces.map((trace) => trace.request_id));
          if (isKilled) return;
        }
      };
      const writers = [0, 1, 2, 3].map(sendUntilRefused);
      await delay(300 + round * 130);
      await killEngine();
      isKilled = true;
      await Promise.all(writers);
    }
    await untilHealthy();
    const rows = await server.store.rows<{ request_id: string; times: number }>({
      sql: "SELECT request_id, count() AS times FROM traces WHERE model = 'killed' GROUP BY request_id",
      params: {},
    });
    const stored = new Map(rows.map((row) => [row.request_id, row.times]));
    expect(acknowledged.length).toBeGreaterThan(100);
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    expect(rows.filter((row) => row.times !== 1)).toEqual([]);
  });

  it('is out of reach for other programs of the machine that do not have its password', async () => {
    const url = server.engine.address?.url ?? '';
    for (const path of ['/?query=SELECT+1', '/?user=default&query=SELECT+1', '/ping']) {
      expect((await fetch(`${url}${path}`)).status).toBe(404);
    }
  });

  it('a second server on the same data directory is refused with a reason, and no query of the first fails meanwhile', async () => {
    const traces = Array.from({ length: 100 }, (_, n) => aTrace({ request_id: `shared-${n}` }));
    await server.post('/api/v1/traces', { traces });
    const second = new EmbeddedEngine(server.dataDir, silentLog);
    const attempt = { isOver: false };
    const refused = second.start().finally(() => (attempt.isOver = true));
    const statuses: number[] = [];
    const ask = async () => {
      while (!attempt.isOver) {
        const request = { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z', measures: ['requests'] };
        statuses.push((await server.post('/api/v1/metrics', request)).status);
        statuses.push((await server.get('/api/v1/traces?limit=1000')).status);
      }
    };
    const asking = Promise.all([ask(), ask()]);
    await expect(refused).rejects.toMatchObject({ reason: 'locked' });
    await asking;
    expect(new Set(statuses)).toEqual(new Set([200]));
    await second.stop();
  });

  it('a query is ended when its caller is gone', async () => {
    const gone = new AbortController();
    const slow = server.store.rows(
      { sql: 'SELECT sleepEachRow(0.1) FROM numbers(1000) SETTINGS max_block_size = 1', params: {} },
      gone.signal,
    );
    const running = async () =>
      server.store.rows({
        sql: "SELECT query_id FROM system.processes WHERE query LIKE '%sleepEachRow(0.1)%' AND query NOT LIKE '%processes%'",
        params: {},
      });
    while ((await running()).length === 0) await delay(20);
    gone.abort();
    await expect(slow).rejects.toThrow();
    while ((await running()).length > 0) await delay(20);
  });
});
