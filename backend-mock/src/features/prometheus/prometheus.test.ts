import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openapi } from '../../contract/openapi.gen.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace } from '../../testing/traces.js';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ apiKey: 'correct-horse' });
});
afterAll(() => server.close());

const auth = { authorization: 'Bearer correct-horse' };

/** The series and their values, e.g. `modeltrace_engine_up` → 1. */
async function scrape(): Promise<Map<string, number>> {
  const answer = await server.get('/metrics', auth);
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
  const lines = answer.raw.toString().split('\n');
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

describe('the measures for Prometheus', () => {
  it('count what was stored, sent again and refused, and the time requests and engine took', async () => {
    const before = await scrape();
    const traces = ['a', 'b', 'a'].map((request_id) => aTrace({ request_id }));
    await server.post('/api/v1/traces', { traces }, auth);
    await server.post('/api/v1/traces', { traces: [{}] }, auth);
    await server.get('/api/v1/traces/none', auth);
    const after = await scrape();
    const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
    expect(grown('modeltrace_ingest_traces_total{outcome="accepted"}')).toBe(2);
    expect(grown('modeltrace_ingest_traces_total{outcome="duplicate"}')).toBe(1);
    expect(grown('modeltrace_ingest_bytes_total')).toBeGreaterThan(200);
    const count = 'modeltrace_http_request_duration_seconds_count';
    expect(grown(`${count}{operation="createTraces",status="2xx"}`)).toBe(1);
    expect(grown(`${count}{operation="createTraces",status="4xx"}`)).toBe(1);
    expect(grown(`${count}{operation="getTrace",status="4xx"}`)).toBe(1);
    expect(grown('modeltrace_engine_query_duration_seconds_count{kind="insert"}')).toBeGreaterThanOrEqual(1);
    expect(after.get('modeltrace_engine_up')).toBe(1);
    expect(after.get('modeltrace_ingest_queue_bytes')).toBe(0);
    expect(after.get('modeltrace_http_requests_open{operation="getServerMetrics"}')).toBe(1);
    expect(after.get('modeltrace_http_requests_open{operation="createTraces"}')).toBe(0);
    const build = `modeltrace_build_info{version="${openapi.info.version}",engine="embedded"}`;
    expect(after.get(build)).toBe(1);
    for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds']) {
      expect(after.get(name)).toBeGreaterThan(0);
    }
  });

  it('do not grow in number with what callers send', async () => {
    await server.get('/nowhere', auth);
    const before = await scrape();
    for (const path of ['/x1', '/x2', '/api/v1/traces/x3', '/api/v1/nothing/x4', '/%00', '/x5?operation=x6']) {
      await server.get(path, { ...auth, 'x-request-id': 'x7', 'user-agent': 'x8' });
    }
    const after = await scrape();
    const added = [...after.keys()].filter((series) => !before.has(series));
    expect(added.filter((series) => !series.includes('operation="getTrace"'))).toEqual([]);
    expect([...after.keys()].join('\n')).not.toMatch(/x\d/);
  });

  it('say that the engine is down while it is, and how often it was started again', async () => {
    process.kill(server.engine.pid ?? 0, 'SIGKILL');
    while ((await scrape()).get('modeltrace_engine_up') === 1) await new Promise(setImmediate);
    while ((await scrape()).get('modeltrace_engine_up') === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const after = await scrape();
    expect(after.get('modeltrace_engine_restarts_total')).toBe(1);
    expect(after.get('modeltrace_engine_query_errors_total{kind="rows",code="ENGINE_UNAVAILABLE"}')).toBeGreaterThan(0);
  });

  it('are open to programs on this machine, but not to a proxy or a web page there', async () => {
    expect((await server.get('/metrics')).status).toBe(200);
    for (const [header, value] of [
      ['x-forwarded-for', '192.0.2.1'],
      ['via', '1.1 proxy'],
      ['host', 'evil.example'],
    ] as const) {
      expect((await server.get('/metrics', { [header]: value })).status).toBe(401);
    }
  });
});
