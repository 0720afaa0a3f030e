import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { buildApp } from './app.js';
import type { Config } from './config.js';
import { DEFAULT_DEMO, loadDemo } from './demo/loadDemo.js';
import { EmbeddedEngine } from './engine/embeddedEngine.js';
import { ServerEngine } from './engine/serverEngine.js';
import { isLoopback } from './http/ownHost.js';
import { Store } from './store/store.js';

/** A server that is listening. */
export interface RunningServer {
  url: string;
  /** Finishes what was accepted, then stops the engine. */
  close(): Promise<void>;
}

/** The store on the engine that the settings choose; not opened yet. */
export function createStore(config: Config, log: Logger): Store {
  const engine = config.clickhouseUrl
    ? new ServerEngine(config.clickhouseUrl, log)
    : new EmbeddedEngine(config.dataDir, log);
  return new Store(engine);
}

function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** Opens the store, brings the demo data up to date where it is wanted, and listens. */
export async function startServer(config: Config, log: Logger): Promise<RunningServer> {
  const store = createStore(config, log);
  try {
    await store.open();
    if (config.demo) {
      const { traces, tookMs } = await loadDemo(store, { ...DEFAULT_DEMO, now: new Date() }, log);
      log.info({ traces, tookMs, into: store.place }, 'demo data is up to date');
    }
    const app = buildApp({
      store,
      log,
      apiKey: config.apiKey,
      ownHostOnly: config.apiKey === undefined && isLoopback(config.host),
      maxBodyBytes: config.maxBodyBytes,
    });
    await app.listen({
      host: config.host,
      port: config.port,
      listenTextResolver: (address) => `listening on ${address}`,
    });
    const { port } = app.server.address() as AddressInfo;
    const url = `http://${hostInUrl(config.host)}:${port}`;
    const close = async () => {
      await app.close();
      await store.close();
    };
    return { url, close };
  } catch (error) {
    await store.close();
    throw error;
  }
}
