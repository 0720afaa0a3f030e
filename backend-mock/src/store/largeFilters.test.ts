import { tableFromIPC } from 'apache-arrow';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_DIMENSIONS } from '../features/selection/selectionSql.js';
import { ARROW } from '../http/accept.js';
import { openTestServer, type TestServer } from '../testing/testServer.js';
import { aTrace } from '../testing/traces.js';

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
  source: 's',
  user_id: 'u',
  finish_reason: 'stop',
} as const;

/** As many values as a filter takes, each as long as it may be, and the stored one last; models must exist. */
const longList = (stored: string) => [...Array.from({ length: 199 }, (_, i) => `${i}-`.padEnd(500, 'x')), stored];
const filters = Object.fromEntries(
  ALL_DIMENSIONS.map((dimension) => [
    dimension,
    dimension === 'model' ? [STORED.model] : longList(dimension === 'error_type' ? 'e' : STORED[dimension]),
  ]),
);

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  await server.post('/api/v1/traces', aTrace({ ...STORED, request_id: 'r', duration_ms: 5, error: { type: 'e' } }));
});
afterAll(() => server.close());

/** Over a real connection: how long a request line may be is the HTTP server's own rule. */
async function overHttp(path: string, accept: string): Promise<{ status: number | undefined; body: Buffer }> {
  const { port } = server.app.server.address() as AddressInfo;
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
