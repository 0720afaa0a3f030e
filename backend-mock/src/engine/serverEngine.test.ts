import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../app.js';
import { Store } from '../store/store.js';
import { silentLog } from '../testing/silentLog.js';
import { callable, removeDir, temporaryDir } from '../testing/testServer.js';
import { aTrace } from '../testing/traces.js';
import { EmbeddedEngine } from './embeddedEngine.js';
import { EngineStartError } from './engineFailure.js';
import { ServerEngine } from './serverEngine.js';

let dataDir: string;
let elsewhere: EmbeddedEngine;
beforeAll(async () => {
  dataDir = await temporaryDir();
  elsewhere = new EmbeddedEngine(dataDir, silentLog);
  await elsewhere.start();
});
afterAll(async () => {
  await elsewhere.stop();
  await removeDir(dataDir);
});

function urlOf(database: string): URL {
  const { url, username, password } = elsewhere.address ?? { url: '' };
  const withUser = new URL(url);
  withUser.username = username ?? '';
  withUser.password = password ?? '';
  withUser.pathname = `/${database}`;
  return withUser;
}

async function openApp(database: string) {
  const store = new Store(new ServerEngine(urlOf(database), silentLog));
  await store.open();
  const app = buildApp({ store, log: silentLog, maxBodyBytes: 1_000_000 });
  return { ...callable(app), close: async () => Promise.all([app.close(), store.close()]) };
}

describe('a ClickHouse server at CLICKHOUSE_URL', () => {
  it('stores and answers as the embedded engine does, in a database that is made when missing', async () => {
    const first = await openApp('monitoring');
    expect((await first.post('/api/v1/traces', aTrace({ request_id: 'remote', output: 'hello' }))).status).toBe(201);
    await first.close();
    const second = await openApp('monitoring');
    expect((await second.get('/healthz')).body).toMatchObject({ engine: { kind: 'clickhouse' }, traces: 1 });
    expect((await second.get('/api/v1/traces/remote')).body).toMatchObject({ output: { text: 'hello' } });
    expect((await second.post('/api/v1/traces', aTrace({ request_id: 'remote' }))).body).toEqual({
      accepted: 0,
      duplicates: 1,
    });
    await second.close();
  });

  it('that goes away is answered with 503, and again when it is back', async () => {
    const { get, close } = await openApp('monitoring');
    await elsewhere.stop();
    expect(await get('/api/v1/traces')).toMatchObject({ status: 503, body: { error: { code: 'ENGINE_UNAVAILABLE' } } });
    await close();
    elsewhere = new EmbeddedEngine(dataDir, silentLog);
    await elsewhere.start();
    const again = await openApp('monitoring');
    expect((await again.get('/api/v1/traces/remote')).status).toBe(200);
    await again.close();
  });

  it('that does not know the user ends the start with a reason, not with waiting', async () => {
    // What a ClickHouse server answers to a wrong password.
    const refusing = createServer((_request, response) => {
      response.writeHead(403, { 'X-ClickHouse-Exception-Code': '516' });
      response.end(
        'Code: 516. DB::Exception: mt: Authentication failed: password is incorrect. (AUTHENTICATION_FAILED)',
      );
    });
    await once(refusing.listen(0, '127.0.0.1'), 'listening');
    const { port } = refusing.address() as AddressInfo;
    const engine = new ServerEngine(new URL(`http://mt:sesame@127.0.0.1:${port}/monitoring`), silentLog);
    const failure = await engine.start().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(EngineStartError);
    expect(String(failure)).toContain('CLICKHOUSE_URL');
    expect(String(failure)).not.toContain('sesame');
    refusing.close();
  });
});
