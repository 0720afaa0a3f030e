import { request } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/testServer.js';
import { aTrace } from '../testing/traces.js';
import { BodyBudget } from './bodyBudget.js';

const BUDGET = 1_000_000;
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ maxBodiesBytes: BUDGET });
  await server.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close());

const body = (request_id: string, characters: number) =>
  JSON.stringify(aTrace({ request_id, input: 'x'.repeat(characters) }));

/** A sender of whose body only the start has arrived. */
async function slowSender(text: string, sentCharacters: number) {
  const { port } = server.app.server.address() as AddressInfo;
  const connected = once(server.app.server, 'connection');
  const sender = request({
    host: '127.0.0.1',
    port,
    agent: false,
    method: 'POST',
    path: '/api/v1/traces',
    headers: { 'content-type': 'application/json', 'content-length': text.length },
  });
  const status = new Promise<number | undefined>((resolve, reject) => {
    sender.on('error', reject);
    sender.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
  });
  sender.write(text.slice(0, sentCharacters));
  const [socket] = (await connected) as [Socket];
  // A connection of one request is closed with its answer, which a refused sender may have before all was read.
  while (socket.bytesRead < sentCharacters && !socket.destroyed) await delay(1);
  await delay(20);
  return { status, finish: () => sender.end(text.slice(sentCharacters)), abort: () => sender.destroy() };
}

const overloaded = { status: 429, headers: { 'retry-after': '1' }, body: { error: { code: 'OVERLOADED' } } };

describe('bodies that arrive at once', () => {
  it('beyond what the server may hold are refused before they are parsed, until the others are answered', async () => {
    const slow = await slowSender(body('slow', 900_000), 800_000);
    expect(await server.post('/api/v1/traces', body('large', 500_000))).toMatchObject(overloaded);
    const zipped = gzipSync(body('zipped', 500_000));
    const gzip = { 'content-encoding': 'gzip' };
    expect(await server.post('/api/v1/traces', zipped, gzip)).toMatchObject(overloaded);
    expect((await server.post('/api/v1/traces', aTrace({ request_id: 'small' }))).status).toBe(201);
    slow.finish();
    expect(await slow.status).toBe(201);
    expect((await server.post('/api/v1/traces', zipped, gzip)).status).toBe(201);
    expect((await server.get('/api/v1/traces/slow')).status).toBe(200);
  });

  it('that stay away are no longer counted', async () => {
    const gone = await slowSender(body('gone', 900_000), 800_000);
    gone.status.catch(() => undefined);
    gone.abort();
    const next = body('next', 500_000);
    while ((await server.post('/api/v1/traces', next)).status !== 201) await new Promise(setImmediate);
    expect((await server.get('/api/v1/traces/gone')).status).toBe(404);
  });

  it('a sender that is refused half-way can send the rest and read why', async () => {
    const slow = await slowSender(body('holds', 900_000), 800_000);
    const refused = await slowSender(body('refused', 8_000_000), 700_000);
    refused.finish();
    expect(await refused.status).toBe(429);
    slow.finish();
    expect(await slow.status).toBe(201);
  });

  it('a single body is let through whatever its size', async () => {
    expect((await server.post('/api/v1/traces', body('alone', 3 * BUDGET))).status).toBe(201);
  });

  it('what was given back is free again, once', () => {
    const budget = new BodyBudget(10, 0);
    const [first, second] = [budget.share(), budget.share()];
    first.take(8);
    expect(() => {
      second.take(3);
    }).toThrow(expect.objectContaining({ code: 'OVERLOADED' }) as Error);
    first.release();
    first.release();
    second.take(10);
    expect(() => {
      first.take(1);
    }).toThrow();
  });
});
