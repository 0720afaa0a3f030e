import { tableFromIPC } from 'apache-arrow';
import { once } from 'node:events';
import { createServer, get, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../app.js';
import { ServerEngine } from '../engine/serverEngine.js';
import { ALL_DIMENSIONS } from '../features/selection/selectionSql.js';
import { ARROW } from '../http/accept.js';
import { silentLog } from '../testing/silentLog.js';
import { callable, openTestServer, type TestServer } from '../testing/testServer.js';
import { aTrace } from '../testing/traces.js';
import { Store } from './store.js';

const RANGE = { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z' };
const STORED = {
  model: 'm',
  model_type: 'external',
  provider: 'p',
  operation: 'chat',
  deployment: 'd',
  deployment_version: 'v',
  connection: 'c',
  status: 'error',
  source_type: 't',
  source: `odd\\'"\n\t東\\N`,
  user_id: 'u',
  finish_reason: 'stop',
} as const;

/** As many values as a filter takes, each as long as it may be, and the stored one last. */
const longList = (stored: string) => [...Array.from({ length: 199 }, (_, i) => `${i}-`.padEnd(500, 'x')), stored];
/** Their values must be ones that there are. */
const CLOSED_DIMENSIONS = ['model', 'model_type', 'status'] as const;
const filters = Object.fromEntries(
  ALL_DIMENSIONS.map((dimension) => [dimension, longList(dimension === 'error_type' ? 'e' : STORED[dimension])]),
);
for (const dimension of CLOSED_DIMENSIONS) filters[dimension] = Array.from({ length: 200 }, () => STORED[dimension]);

const portOf = (listening: Server) => (listening.address() as AddressInfo).port;

/** The engine behind the bound that a ClickHouse server has on the length of a request's URL unless told otherwise. */
async function boundedEngine(target: URL): Promise<Server> {
  const proxy = createServer({ maxHeaderSize: 1_048_576 }, (question, answer) => {
    const { method, url, headers } = question;
    const forwarded = request({ host: target.hostname, port: target.port, method, path: url, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 500, reply.headers);
      reply.pipe(answer);
    });
    question.pipe(forwarded);
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  return proxy;
}

let local: TestServer;
let proxy: Server;
let store: Store;
let server: Pick<TestServer, 'app' | 'get' | 'post'>;
beforeAll(async () => {
  local = await openTestServer();
  const { url, username = '', password = '' } = local.engine.address ?? { url: '' };
  proxy = await boundedEngine(new URL(url));
  store = new Store(
    new ServerEngine(new URL(`http://${username}:${password}@127.0.0.1:${portOf(proxy)}/bounded`), silentLog),
  );
  await store.open();
  const app = buildApp({ store, log: silentLog, maxBodyBytes: 16_000_000 });
  server = { app, ...callable(app) };
  await app.listen({ host: '127.0.0.1', port: 0 });
  await server.post('/api/v1/traces', aTrace({ ...STORED, request_id: 'r', duration_ms: 5, error: { type: 'e' } }));
});
afterAll(async () => {
  await server.app.close();
  await store.close();
  proxy.close();
  await local.close();
});

/** Over a real connection: how long a request line may be is the HTTP server's own rule. */
async function overHttp(path: string, accept: string): Promise<{ status: number | undefined; body: Buffer }> {
  const port = portOf(server.app.server);
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers: { accept } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        resolve({ status: answer.statusCode, body: Buffer.concat(chunks) });
      });
    }).on('error', reject);
  });
}

const rowsIn = (accept: string, body: Buffer) =>
  accept === ARROW ? tableFromIPC(body).numRows : (JSON.parse(body.toString()) as { rows: number }).rows;

describe.each([['application/json'], [ARROW]])('every filter with 200 values of 500 characters, as %s', (accept) => {
  it.each([
    ['metrics', { measures: ['requests'] }],
    ['latency', {}],
  ])('is answered for %s', async (operation, more) => {
    const { status, raw } = await server.post(`/api/v1/${operation}`, { ...RANGE, ...more, filters }, { accept });
    expect(status).toBe(200);
    expect(rowsIn(accept, raw)).toBe(1);
  });

  it('is answered for the list', async () => {
    const pairs = Object.entries(filters).flatMap(([name, values]) => values.map((value) => [name, value]));
    const { status, body } = await overHttp(`/api/v1/traces?${new URLSearchParams(pairs).toString()}`, accept);
    expect(status).toBe(200);
    const rows =
      accept === ARROW ? tableFromIPC(body).numRows : (JSON.parse(body.toString()) as { traces: [] }).traces.length;
    expect(rows).toBe(1);
  });
});
