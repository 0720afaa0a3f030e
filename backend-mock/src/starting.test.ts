import { once } from 'node:events';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from './config.js';
import { EmbeddedEngine } from './engine/embeddedEngine.js';
import { type RunningServer, startServer } from './server.js';
import { Store } from './store/store.js';
import { contractErrors } from './testing/contractCheck.js';
import { silentLog } from './testing/silentLog.js';
import { removeDir, temporaryDir } from './testing/testServer.js';

/** A store that brings its tables up to date when it is told to, as one with much to change takes long. */
class HeldStore extends Store {
  readonly #held: Promise<void>;
  /** Lets it open. */
  goOn: () => void = () => undefined;
  /** Whether it was opened, so that the engine would have been started. */
  isOpened = false;

  constructor(engine: EmbeddedEngine) {
    super(engine);
    this.#held = new Promise((resolve) => {
      this.goOn = resolve;
    });
  }

  override async open(onMigration?: (name: string) => void): Promise<void> {
    this.isOpened = true;
    await this.#held;
    await super.open(onMigration);
  }
}

const outerAddress = Object.values(networkInterfaces())
  .flat()
  .find((face) => face?.family === 'IPv4' && !face.internal)?.address;

let dataDir: string;
let store: HeldStore;
let starting: Promise<RunningServer> | undefined;
beforeEach(async () => {
  dataDir = await temporaryDir();
  store = heldStore();
});
afterEach(async () => {
  store.goOn();
  await (await starting?.catch(() => undefined))?.close();
  starting = undefined;
  await removeDir(dataDir);
});

function heldStore(): HeldStore {
  return new HeldStore(new EmbeddedEngine(dataDir, silentLog));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts a server over `store` and waits until its port is open. */
async function startedAt(env: Record<string, string>): Promise<number> {
  const port = await freePort();
  starting = startServer(readConfig({ TRACE_PORT: String(port), ...env }), silentLog, store);
  await Promise.race([starting, expect.poll(() => store.isOpened).toBe(true)]);
  return port;
}

async function answerOf(
  url: string,
  init?: RequestInit,
): Promise<{ status: number; retryAfter: number; body: unknown }> {
  const answer = await fetch(url, init);
  return { status: answer.status, retryAfter: Number(answer.headers.get('retry-after')), body: await answer.json() };
}

describe('a server that starts', () => {
  it('says so to probes and refuses everything else with a time to come back, until its tables are up to date', async () => {
    const port = await startedAt({ MODELTRACE_API_KEY: 'a-key-of-some-kind' });
    const url = `http://127.0.0.1:${port}`;
    const json = { 'content-type': 'application/json' };
    expect(await answerOf(`${url}/livez`)).toMatchObject({ status: 200, body: { status: 'alive' } });
    const readiness = await answerOf(`${url}/readyz`);
    expect(readiness).toMatchObject({
      status: 503,
      body: { status: 'not_ready', reasons: ['starting', 'migrations_pending'] },
    });
    expect(contractErrors('Readiness', readiness.body)).toEqual([]);
    for (const [path, init] of [
      ['/healthz', {}],
      ['/metrics', {}],
      ['/api/v1/models', { headers: { authorization: 'Bearer a-key-of-some-kind' } }],
      ['/api/v1/traces', { method: 'POST', headers: json, body: '{"traces":[]}' }],
      ['/v1/traces', { method: 'POST', headers: json, body: '{}' }],
    ] as const) {
      const answer = await answerOf(url + path, init);
      expect([path, answer.status, answer.retryAfter > 0]).toEqual([path, 503, true]);
    }
    const refused = await answerOf(`${url}/api/v1/models`);
    expect(refused.body).toMatchObject({ error: { code: 'ENGINE_UNAVAILABLE' } });
    expect(contractErrors('ErrorAnswer', refused.body)).toEqual([]);
    store.goOn();
    await starting;
    expect(await answerOf(`${url}/readyz`)).toMatchObject({ status: 200, body: { status: 'ready', reasons: [] } });
    expect((await answerOf(`${url}/api/v1/models`)).status).toBe(401);
    const withKey = { headers: { authorization: 'Bearer a-key-of-some-kind' } };
    expect((await answerOf(`${url}/api/v1/models`, withKey)).status).toBe(200);
  });

  it.skipIf(outerAddress === undefined)(
    'is reached from other machines only once it knows that it has keys',
    async () => {
      const first = await startedAt({ TRACE_HOST: '0.0.0.0' });
      store.goOn();
      const server = await starting;
      expect(server?.url).toBe(`http://127.0.0.1:${first}`);
      await expect(fetch(`http://${outerAddress}:${first}/livez`)).rejects.toThrow();
      const made = await fetch(`${server?.url}/api/v1/keys`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'admin', scopes: ['read'] }),
      });
      expect(made.status).toBe(201);
      const { key } = (await made.json()) as { key: string };
      await server?.close();

      store = heldStore();
      const second = await startedAt({ TRACE_HOST: '0.0.0.0' });
      expect((await answerOf(`http://127.0.0.1:${second}/livez`)).status).toBe(200);
      await expect(fetch(`http://${outerAddress}:${second}/livez`)).rejects.toThrow();
      store.goOn();
      expect((await starting)?.url).toBe(`http://0.0.0.0:${second}`);
      for (const host of ['127.0.0.1', outerAddress]) {
        const models = `http://${host}:${second}/api/v1/models`;
        expect((await answerOf(models)).status).toBe(401);
        expect((await answerOf(models, { headers: { authorization: `Bearer ${key}` } })).status).toBe(200);
      }
    },
  );

  it('on a port that is taken says so before it touches the store', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(startServer(readConfig({ TRACE_PORT: String(port) }), silentLog, store)).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    expect(store.isOpened).toBe(false);
    other.close();
  });
});
