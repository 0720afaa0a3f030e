import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../app.js';
import { silentLog } from '../testing/silentLog.js';
import { callable, openTestServer, type TestServer } from '../testing/testServer.js';
import { aTrace } from '../testing/traces.js';

let server: TestServer;
let app: ReturnType<typeof buildApp>;
let calls: Pick<TestServer, 'get' | 'post'>;
beforeAll(async () => {
  server = await openTestServer();
  const { store } = server;
  app = buildApp({ store, log: silentLog, maxBodyBytes: 5_000_000, maxJsonBodyBytes: 1_000_000 });
  calls = callable(app);
});
afterAll(async () => {
  await app.close();
  await server.close();
});

const body = (request_id: string, characters: number) =>
  JSON.stringify(aTrace({ request_id, input: 'x'.repeat(characters) }));

describe('JSON bodies, which are read in one go', () => {
  it('of more than their own limit are refused with the setting to change, plain and compressed, wherever they go', async () => {
    const large = body('large', 1_100_000);
    for (const [path, sent, headers] of [
      ['/api/v1/traces', large, {}],
      ['/api/v1/traces', large, { 'content-type': 'Application/JSON; charset=utf-8' }],
      ['/api/v1/traces', gzipSync(large), { 'content-encoding': 'gzip' }],
      ['/api/v1/metrics', large, {}],
      ['/v1/traces', large, {}],
    ] as const) {
      expect(await calls.post(path, sent, headers), path).toMatchObject({
        status: 413,
        body: {
          error: {
            code: 'PAYLOAD_TOO_LARGE',
            message: expect.stringMatching(/ 1 MB \(MODELTRACE_MAX_JSON_BODY_MB\)/) as string,
          },
        },
      });
    }
    expect((await server.get('/api/v1/traces/large')).status).toBe(404);
    expect((await calls.post('/api/v1/traces', body('fits', 900_000))).status).toBe(201);
  });

  it('have no part in the limit of others', async () => {
    const protobuf = { 'content-type': 'application/x-protobuf' };
    const answers = [Buffer.alloc(2_000_000, 1), Buffer.alloc(5_000_001, 1)].map((sent) =>
      calls.post('/v1/traces', sent, protobuf),
    );
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([400, 413]);
  });
});
