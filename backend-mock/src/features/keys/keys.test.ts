import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openapi } from '../../contract/openapi.gen.js';
import { contractErrors } from '../../testing/contractCheck.js';
import { recordingLog } from '../../testing/silentLog.js';
import { callable, openTestServer, type TestAnswer, type TestServer } from '../../testing/testServer.js';
import { aTrace } from '../../testing/traces.js';
import { buildApp } from '../../app.js';
import type { KeyScope } from './keyRows.js';
import type { CreateKeyAnswer } from './storedKeys.js';

const ENVIRONMENT_KEY = 'from-the-environment';
const SCOPES: readonly KeyScope[] = ['ingest', 'read', 'export', 'admin'];
const { log, lines } = recordingLog();
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ apiKey: ENVIRONMENT_KEY, log });
});
afterAll(() => server.close());

const withKey = (key: string) => ({ authorization: `Bearer ${key}` });
const admin = withKey(ENVIRONMENT_KEY);

async function makeKey(fields: Record<string, unknown>): Promise<CreateKeyAnswer> {
  const answer = await server.post('/api/v1/keys', { name: 'test', scopes: ['read'], ...fields }, admin);
  expect(answer.status).toBe(201);
  expect(contractErrors('CreateKeyAnswer', answer.body)).toEqual([]);
  return answer.body as CreateKeyAnswer;
}

async function revoke(keyId: string): Promise<TestAnswer> {
  const answer = await server.app.inject({ method: 'DELETE', url: `/api/v1/keys/${keyId}`, headers: admin });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json(), raw: answer.rawPayload };
}

describe('API keys', () => {
  it('are made, used, listed without the key, and revoked for good', async () => {
    const { key, details } = await makeKey({ name: 'Grafana Zürich/東京', scopes: ['read'] });
    expect(key).toMatch(/^mt_[0-9A-Za-z]{46}$/);
    expect(key).toContain(details.key_id);
    expect((await server.get('/api/v1/models', withKey(key))).status).toBe(200);
    const list = await server.get('/api/v1/keys', admin);
    expect(contractErrors('KeyList', list.body)).toEqual([]);
    expect(list.raw.toString()).not.toContain(key);
    expect(list.body).toMatchObject({ keys: [{ key_id: details.key_id, state: 'active', scopes: ['read'] }] });
    expect(await revoke(details.key_id)).toMatchObject({ status: 200, body: { state: 'revoked' } });
    expect(await server.get('/api/v1/models', withKey(key))).toMatchObject({ status: 401 });
    const again = await revoke(details.key_id);
    expect(again).toMatchObject({ status: 200, body: { state: 'revoked' } });
    expect(contractErrors('KeyDetails', again.body)).toEqual([]);
  });

  it('are stored as nothing but a hash', async () => {
    const { key, details } = await makeKey({});
    const [row] = await server.store.rows<Record<string, unknown>>({
      sql: 'SELECT * FROM api_keys WHERE key_id = {id:String} AND name != {empty:String}',
      params: { id: details.key_id, empty: '' },
    });
    const secret = key.slice(3 + 8);
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(JSON.stringify(row)).not.toContain(secret.slice(0, 12));
  });

  it('with one character wrong, of another server, or sent in another way let nobody in', async () => {
    const { key } = await makeKey({});
    const wrong = [key.slice(0, -1), `${key}x`, key.toUpperCase(), key.replace(/.$/, '!'), 'mt_', 'x'.repeat(100_000)];
    for (const text of wrong) expect((await server.get('/api/v1/models', withKey(text))).status).toBe(401);
    expect((await server.get('/api/v1/models', { authorization: key })).status).toBe(401);
    expect((await server.get('/api/v1/models', { 'x-api-key': key })).status).toBe(401);
    expect((await server.get(`/api/v1/models?key=${key}`)).status).toBe(401);
  });

  it('end when they expire', async () => {
    const { key, details } = await makeKey({ expires_time: new Date(Date.now() + 700).toISOString() });
    expect((await server.get('/api/v1/models', withKey(key))).status).toBe(200);
    while ((await server.get('/api/v1/models', withKey(key))).status === 200) await new Promise(setImmediate);
    expect((await server.get('/api/v1/models', withKey(key))).status).toBe(401);
    const { keys } = (await server.get('/api/v1/keys', admin)).body as { keys: { key_id: string; state: string }[] };
    expect(keys.find(({ key_id }) => key_id === details.key_id)?.state).toBe('expired');
    const past = { name: 'late', scopes: ['read'], expires_time: '2020-01-01T00:00:00Z' };
    const answer = await server.post('/api/v1/keys', past, admin);
    expect(answer).toMatchObject({ status: 400, body: { error: { field: 'expires_time' } } });
  });

  it('that say something else than the contract are refused by field', async () => {
    const wrong: [fields: Record<string, unknown>, field: string][] = [
      [{ scopes: [] }, 'scopes'],
      [{ scopes: ['all'] }, 'scopes[0]'],
      [{ scopes: ['read', 'read'] }, 'scopes'],
      [{ name: '' }, 'name'],
      [{ name: 'a\nb' }, 'name'],
      [{ requests_per_minute: 0 }, 'requests_per_minute'],
      [{ traces_per_minute: 1.5 }, 'traces_per_minute'],
      [{ key: 'mt_mine' }, 'key'],
    ];
    for (const [fields, field] of wrong) {
      const answer = await server.post('/api/v1/keys', { name: 'n', scopes: ['read'], ...fields }, admin);
      expect(answer).toMatchObject({ status: 400, body: { error: { field } } });
    }
    expect(await revoke('nosuchid')).toMatchObject({ status: 404, body: { error: { field: 'key_id' } } });
  });

  it('made or revoked by another server on the same store take effect here within seconds', async () => {
    const other = buildApp({ store: server.store, log, apiKey: ENVIRONMENT_KEY, maxBodyBytes: 1_000_000 });
    const there = callable(other);
    const { key, details } = await makeKey({});
    expect((await there.get('/api/v1/models', withKey(key))).status).toBe(200);
    await revoke(details.key_id);
    while ((await there.get('/api/v1/models', withKey(key))).status === 200)
      await new Promise((r) => setTimeout(r, 50));
    await other.close();
  });

  it('say roughly when they were last used, and a note of use never brings a revoked key back', async () => {
    const { key, details } = await makeKey({});
    await server.get('/api/v1/models', withKey(key));
    const find = async () => {
      const { keys } = (await server.get('/api/v1/keys', admin)).body as { keys: CreateKeyAnswer['details'][] };
      return keys.find(({ key_id }) => key_id === details.key_id);
    };
    while ((await find())?.last_used_time === undefined) await new Promise(setImmediate);
    await revoke(details.key_id);
    await server.store.insert(
      'api_keys',
      ['key_id', 'last_used_time'],
      [JSON.stringify({ key_id: details.key_id, last_used_time: '2099-01-01 00:00:00' })],
    );
    await server.store.execute({ sql: 'OPTIMIZE TABLE api_keys FINAL', params: {} });
    expect(await find()).toMatchObject({
      state: 'revoked',
      last_used_time: '2099-01-01T00:00:00.000Z',
      scopes: ['read'],
    });
  });

  it('limit their requests: 429 in the contract form with Retry-After, and nobody else is held up', async () => {
    const { key } = await makeKey({ requests_per_minute: 3 });
    const first = await server.get('/api/v1/models', withKey(key));
    expect(first.headers).toMatchObject({ 'ratelimit-limit': '3', 'ratelimit-remaining': '2' });
    await server.get('/api/v1/models', withKey(key));
    await server.get('/api/v1/models', withKey(key));
    const refused = await server.get('/api/v1/models', withKey(key));
    expect(refused).toMatchObject({ status: 429, body: { error: { code: 'RATE_LIMITED' } } });
    expect(contractErrors('ErrorAnswer', refused.body)).toEqual([]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(20);
    expect((await server.get('/api/v1/models', admin)).status).toBe(200);
  });

  it('limit their traces: a batch goes through whole, the next waits, questions do not', async () => {
    const { key } = await makeKey({ scopes: ['ingest', 'read'], traces_per_minute: 2 });
    const batch = (name: string) => ({ traces: [0, 1, 2, 3].map((n) => aTrace({ request_id: `${name}-${n}` })) });
    expect((await server.post('/api/v1/traces', batch('limit'), withKey(key))).status).toBe(201);
    const refused = await server.post('/api/v1/traces', batch('more'), withKey(key));
    expect(refused).toMatchObject({ status: 429, body: { error: { code: 'RATE_LIMITED' } } });
    expect((await server.get('/api/v1/traces/limit-3', withKey(key))).status).toBe(200);
    expect((await server.get('/api/v1/traces/more-0', withKey(key))).status).toBe(404);
  });

  it('are in no log line', async () => {
    const { key } = await makeKey({ name: 'logged' });
    await server.get('/api/v1/models', { ...withKey(key), 'x-request-id': key });
    await server.get(`/api/v1/models?${key}=${key}`, withKey(key));
    await server.get(`/${key}`, withKey(key));
    const all = lines.join('');
    expect(all).toContain('"key_name":"logged"');
    expect(all).not.toMatch(/mt_[0-9A-Za-z]{46}/);
    expect(all).not.toContain(ENVIRONMENT_KEY);
  });
});

interface Walked {
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  security: readonly Record<string, readonly string[]>[] | undefined;
  openOnLoopback: boolean;
}

const OPERATIONS: Walked[] = Object.entries(
  openapi.paths as Record<string, Record<string, Record<string, unknown>>>,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: String(operation['operationId']),
    method: method.toUpperCase() as Walked['method'],
    url: path.replace(/\{\w+\}/g, 'x'),
    security: operation['security'] as Walked['security'],
    openOnLoopback: operation['x-open-on-loopback'] === true,
  })),
);

describe('every operation of the contract', () => {
  let walked: TestServer;
  const keys = new Map<KeyScope, string>();
  beforeAll(async () => {
    walked = await openTestServer({ apiKey: ENVIRONMENT_KEY });
    // Reached: the operations themselves must not run, some would erase or never end.
    walked.app.addHook('onRequest', (request, reply, done) => {
      if (request.method === 'POST' && request.url === '/api/v1/keys') done();
      else void reply.status(299).send('reached');
    });
    for (const scope of SCOPES) {
      const made = await walked.post('/api/v1/keys', { name: scope, scopes: [scope] }, admin);
      keys.set(scope, (made.body as CreateKeyAnswer).key);
    }
  });
  afterAll(() => walked.close());

  it.each(OPERATIONS)(
    '$name says in its security who may call it: no one needs a key, or one scope',
    ({ security }) => {
      expect(security).toHaveLength(1);
      const [requirement = {}] = security ?? [];
      const scopes = requirement['ApiKey'];
      if (scopes === undefined) expect(requirement).toEqual({});
      else expect(SCOPES.filter((scope) => scopes.includes(scope))).toHaveLength(1);
    },
  );

  it.each(OPERATIONS)('$name lets in exactly the keys that have its scope', async (operation) => {
    const { method, url } = operation;
    const wanted = operation.security?.[0]?.['ApiKey']?.[0];
    const call = async (headers: Record<string, string>) => {
      const answer = await walked.app.inject({ method, url, headers });
      return answer.statusCode === 299 ? 'reached' : answer.json<{ error: { code: string; message: string } }>().error;
    };
    const proxied = { 'x-forwarded-for': '192.0.2.1' };
    // The walk itself makes keys by this operation.
    for (const scope of operation.name === 'createKey' ? ['read' as const] : SCOPES) {
      const answer = await call({ ...proxied, ...withKey(keys.get(scope) ?? '') });
      if (wanted === undefined || wanted === scope) expect(answer).toBe('reached');
      else expect(answer).toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining(wanted) as string });
    }
    const refused = expect.objectContaining({ code: 'UNAUTHENTICATED' }) as object;
    expect(await call(proxied)).toEqual(wanted === undefined ? 'reached' : refused);
    expect(await call({})).toEqual(wanted === undefined || operation.openOnLoopback ? 'reached' : refused);
  });
});
