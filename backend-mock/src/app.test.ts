import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openapi } from './contract/openapi.gen.js';
import { ARROW } from './http/accept.js';
import { contractErrors } from './testing/contractCheck.js';
import { recordingLog } from './testing/silentLog.js';
import { openTestServer, type TestServer } from './testing/testServer.js';
import { aTrace } from './testing/traces.js';

const API_KEY = 'correct-horse';
const { log, lines } = recordingLog();
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ apiKey: API_KEY, log, writerLimits: { maxQueuedBytes: 2000, maxInsertBytes: 1000 } });
});
afterAll(() => server.close());

const auth = { authorization: `Bearer ${API_KEY}` };

describe('the API as a whole', () => {
  it('says without a key that it is healthy and what it offers', async () => {
    const health = await server.get('/healthz');
    expect(health).toMatchObject({ status: 200, body: { status: 'ok', engine: { kind: 'embedded' } } });
    expect(contractErrors('Health', health.body)).toEqual([]);
    expect((await server.get('/openapi.json')).body).toEqual(openapi);
  });

  it.each([undefined, 'Bearer', 'Bearer wrong-key', `Basic ${API_KEY}`, `Bearer ${API_KEY}x`])(
    'gives nothing to a caller with %s as authorization',
    async (authorization) => {
      const answer = await server.get('/api/v1/models', authorization === undefined ? {} : { authorization });
      expect(answer).toMatchObject({ status: 401, body: { error: { code: 'UNAUTHENTICATED' } } });
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    },
  );

  it('answers a caller with the key', async () => {
    expect((await server.get('/api/v1/models', auth)).status).toBe(200);
  });

  it('every operation of the contract has a route', () => {
    for (const [path, methods] of Object.entries(openapi.paths)) {
      for (const method of Object.keys(methods)) {
        const url = path.replace(/\{(\w+)\}/g, ':$1');
        expect(server.app.hasRoute({ method: method.toUpperCase(), url }), `${method} ${path}`).toBe(true);
      }
    }
  });

  it('a path, method or media type it does not have is answered with a code', async () => {
    expect(await server.get('/api/v2/traces', auth)).toMatchObject({
      status: 404,
      body: { error: { code: 'NOT_FOUND' } },
    });
    const wrongMethod = await server.post('/api/v1/models', {}, auth);
    expect(wrongMethod).toMatchObject({
      status: 405,
      headers: { allow: 'GET' },
      body: { error: { code: 'METHOD_NOT_ALLOWED' } },
    });
    const html = await server.get('/api/v1/traces', { ...auth, accept: 'text/html' });
    expect(html).toMatchObject({ status: 406, body: { error: { code: 'NOT_ACCEPTABLE' } } });
    expect((await server.get('/api/v1/traces', { ...auth, accept: ARROW })).headers['content-type']).toBe(ARROW);
  });

  it('an address that is not percent-encoded UTF-8 is answered in the form of every other error', async () => {
    const answer = await server.get('/api/v1/traces/%E0%A4%A', auth);
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'INVALID_ARGUMENT', field: 'path' } } });
    expect(contractErrors('ErrorAnswer', answer.body)).toEqual([]);
  });

  it.each(['status', 'model_type'])('a filter for a %s that there is not is refused by name', async (field) => {
    const range = { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z', filters: { [field]: ['sucess'] } };
    for (const answer of [
      await server.get(`/api/v1/traces?${field}=sucess`, auth),
      await server.get(`/api/v1/fields/model/values?${field}=sucess`, auth),
    ]) {
      expect(answer).toMatchObject({ status: 400, body: { error: { field: `${field}[0]` } } });
    }
    for (const answer of [
      await server.post('/api/v1/metrics', { ...range, measures: ['requests'] }, auth),
      await server.post('/api/v1/latency', range, auth),
    ]) {
      expect(answer).toMatchObject({ status: 400, body: { error: { field: `filters.${field}[0]` } } });
    }
  });

  it('refuses what does not fit the queue and stores what does', async () => {
    const batch = (n: number) => aTrace({ request_id: `q-${n}`, input: 'x'.repeat(500) });
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => server.post('/api/v1/traces', batch(n), auth)),
    );
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      expect(answer).toMatchObject({ headers: { 'retry-after': '1' }, body: { error: { code: 'OVERLOADED' } } });
    }
    for (const [n, answer] of answers.entries()) {
      expect((await server.get(`/api/v1/traces/q-${n}`, auth)).status).toBe(answer.status === 201 ? 200 : 404);
    }
  });

  it('logs no contents, keys or searched texts', async () => {
    await server.post('/api/v1/traces', aTrace({ request_id: 'log', input: 'sesame prompt' }), auth);
    await server.get('/api/v1/traces?q=sesame-search', auth);
    await server.post('/api/v1/traces', '{"request_id": "sesame', auth);
    await server.get('/api/v1/traces?cursor=sesame', auth);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('')).not.toMatch(/sesame|correct-horse/);
  });
});
