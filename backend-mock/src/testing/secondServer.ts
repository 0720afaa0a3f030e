import { buildApp } from '../app.js';
import { ServerEngine } from '../engine/serverEngine.js';
import { Store } from '../store/store.js';
import { silentLog } from './silentLog.js';
import { callable, type TestServer } from './testServer.js';

/** A trace server that shares its database with others. */
export type SharingServer = Pick<TestServer, 'app' | 'store' | 'get' | 'post' | 'close'>;

/**
 * A trace server on the engine of a test server, as one that CLICKHOUSE_URL leads there. All servers opened on one engine
 * share a database, which is not the test server's own.
 */
export async function openSharingServer({ engine }: TestServer): Promise<SharingServer> {
  const { url, username = '', password = '' } = engine.address ?? { url: 'http://missing' };
  const store = new Store(
    new ServerEngine(new URL(`http://${username}:${password}@${new URL(url).host}/shared`), silentLog),
  );
  await store.open();
  const app = buildApp({ store, log: silentLog, maxBodyBytes: 16_000_000 });
  const close = async () => {
    await app.close();
    await store.close();
  };
  return { app, store, ...callable(app), close };
}
