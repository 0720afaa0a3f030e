import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../app.js';
import { Lifecycle } from '../../http/lifecycle.js';
import { TraceWriter } from '../../ingest/traceWriter.js';
import { contractErrors } from '../../testing/contractCheck.js';
import { silentLog } from '../../testing/silentLog.js';
import { callable, openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace } from '../../testing/traces.js';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ apiKey: 'nobody-needs-it-here' });
});
afterAll(() => server.close());

async function readiness(of: Pick<TestServer, 'get'>): Promise<unknown> {
  const answer = await of.get('/readyz');
  expect(contractErrors('Readiness', answer.body)).toEqual([]);
  const { status, reasons } = answer.body as { status: string; reasons: string[] };
  expect([answer.status, status]).toEqual(reasons.length === 0 ? [200, 'ready'] : [503, 'not_ready']);
  return reasons;
}

describe('the state of the server', () => {
  it('is told to anyone: it lives and is ready', async () => {
    expect(await server.get('/livez')).toMatchObject({ status: 200, body: { status: 'alive' } });
    expect(await readiness(server)).toEqual([]);
  });

  it('is not ready while so much waits to be stored that more is refused', async () => {
    const writer = new TraceWriter(server.store, silentLog, { maxQueuedBytes: 100, maxInsertBytes: 100 });
    const app = buildApp({ store: server.store, log: silentLog, maxBodyBytes: 1_000_000, writer });
    const full = callable(app);
    const storing = full.post('/api/v1/traces', aTrace({ request_id: 'waits', input: 'x'.repeat(1000) }));
    while (writer.queuedBytes === 0) await new Promise(setImmediate);
    const [reasons, stored] = await Promise.all([readiness(full), storing]);
    expect(reasons).toEqual(['queue_full']);
    expect(stored.status).toBe(201);
    expect(await readiness(full)).toEqual([]);
    await app.close();
  });

  it('is not ready from the moment it is told to stop, and refuses in the contract form what comes while it closes', async () => {
    const lifecycle = new Lifecycle();
    const app = buildApp({ store: server.store, log: silentLog, maxBodyBytes: 1_000_000, lifecycle });
    const calls = callable(app);
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    // A request of which only the start has come keeps its connection open.
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /api/v1/models HTTP/1.1\r\nHost: 127.0.0.1\r\n');
    lifecycle.phase = 'leaving';
    expect(await readiness(calls)).toEqual(['shutting_down']);
    expect((await calls.get('/api/v1/models')).status).toBe(200);
    const closing = app.close();
    while (app.server.listening) await new Promise(setImmediate);
    socket.write('\r\n');
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 503 /);
    expect(answer).toMatch(/^connection: close\r$/im);
    expect(answer).toMatch(/^retry-after: \d+\r$/im);
    const body = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))) as unknown;
    expect(body).toMatchObject({ error: { code: 'SHUTTING_DOWN' } });
    expect(contractErrors('ErrorAnswer', body)).toEqual([]);
    await closing;
  });

  it('lives but is not ready while its engine is down, and is again by itself', async () => {
    process.kill(server.engine.pid ?? 0, 'SIGKILL');
    while (((await readiness(server)) as string[]).length === 0) await new Promise(setImmediate);
    expect(await readiness(server)).toEqual(['engine_unavailable']);
    expect((await server.get('/livez')).status).toBe(200);
    while (((await readiness(server)) as string[]).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await server.get('/healthz')).status).toBe(200);
    expect(server.store.engineRestarts).toBe(1);
  });
});
