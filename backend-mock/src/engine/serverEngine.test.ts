import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../app.js';
import { Store } from '../store/store.js';
import { recordingLog, silentLog } from '../testing/silentLog.js';
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

/** Answers the queries, counted from 1, with ClickHouse's form of an error, or as done when there is no code. */
async function refusingServer(codeOf: (query: number) => string | undefined, log = silentLog) {
  let queries = 0;
  const server = createServer((request, response) => {
    request.resume();
    queries += 1;
    const code = codeOf(queries);
    if (code === undefined) {
      response.end('1');
      return;
    }
    response.writeHead(500, { 'X-ClickHouse-Exception-Code': code });
    response.end(`Code: ${code}. DB::Exception: mt: refused. (REFUSED)`);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const engine = new ServerEngine(new URL(`http://mt:sesame@127.0.0.1:${port}/monitoring`), log);
  return { engine, close: () => server.close() };
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

  it('two trace servers on it store a request that reaches both in the same moment once', async () => {
    const [app, other] = await Promise.all([openApp('race'), openApp('race')]);
    const traces = Array.from({ length: 40 }, (_, index) => aTrace({ request_id: `race-${index}` }));
    await Promise.all(
      traces.flatMap((trace) => [app.post('/api/v1/traces', trace), other.post('/api/v1/traces', trace)]),
    );
    expect((await app.get('/healthz')).body).toMatchObject({ traces: 40 });
    await Promise.all([app.close(), other.close()]);
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

  it.each(['516', '192', '193', '194'])(
    'that does not take the login (error %s) ends the start with a reason, not with waiting',
    async (code) => {
      const { engine, close } = await refusingServer(() => code);
      const failure = await engine.start().catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(EngineStartError);
      expect(String(failure)).toMatch(/user and password in CLICKHOUSE_URL/);
      expect(String(failure)).not.toContain('sesame');
      close();
    },
  );

  it('that is busy when the trace server starts is waited for, not taken for one with another password', async () => {
    const { log, lines } = recordingLog();
    const { engine, close } = await refusingServer((query) => (query === 1 ? '202' : undefined), log);
    await engine.start();
    expect(lines.join('')).toContain('"clickhouseError":"202"');
    await engine.stop();
    close();
  });

  it('that does not let the user make the database says so instead of speaking of the password', async () => {
    const { engine, close } = await refusingServer((query) => (query === 1 ? undefined : '497'));
    const failure = String(await engine.start().catch((error: unknown) => error));
    expect(failure).toMatch(/database.*497/);
    expect(failure).not.toMatch(/password|sesame/);
    close();
  });

  it('is named without its password where data goes', () => {
    const url = new URL('http://mt:sesame@clickhouse:8123/monitoring');
    expect(new Store(new ServerEngine(url, silentLog)).place).toBe(
      'ClickHouse at clickhouse:8123, database monitoring',
    );
  });
});
