import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { buildApp } from './app.js';
import type { Config } from './config.js';
import { DEFAULT_DEMO, loadDemo } from './demo/loadDemo.js';
import { EmbeddedEngine } from './engine/embeddedEngine.js';
import { ServerEngine } from './engine/serverEngine.js';
import { KeyRing } from './features/keys/keyRing.js';
import { RetentionSchedule } from './features/retention/schedule.js';
import { Lifecycle } from './http/lifecycle.js';
import { isLoopback } from './http/ownHost.js';
import { Store } from './store/store.js';

const MS_PER_SECOND = 1000;
const MS_PER_MINUTE = 60_000;
const LOOPBACK = '127.0.0.1';

/** A server that is listening. */
export interface RunningServer {
  url: string;
  /**
   * Says that it is not ready, takes no more requests, answers those that are open and stores what was accepted, then
   * stops the engine. Requests that outlast the grace time are cut off.
   */
  close(): Promise<void>;
}

/** The store on the engine that the settings choose; not opened yet. */
export function createStore(config: Config, log: Logger): Store {
  const engine = config.clickhouseUrl
    ? new ServerEngine(config.clickhouseUrl, log, config.clickhouseCluster)
    : new EmbeddedEngine(config.dataDir, log);
  return new Store(engine);
}

function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** Where to listen: without any key on this machine only, unless that was allowed. Says so where it is not as asked. */
function listenHost(config: Config, keys: KeyRing, log: Logger): string {
  if (keys.hasKeys || isLoopback(config.host)) return config.host;
  if (config.allowAnonymous) {
    log.warn(
      { host: config.host },
      'there is no API key: everyone who reaches this address can read and store (MODELTRACE_ALLOW_ANONYMOUS=1)',
    );
    return config.host;
  }
  log.warn(
    { asked: config.host, instead: LOOPBACK },
    'there is no API key, so the server listens on this machine only. Set MODELTRACE_API_KEY, or make a key (modeltrace keys create --name admin --scope ingest,read,export,admin), and start again. In a closed network MODELTRACE_ALLOW_ANONYMOUS=1 does without',
  );
  return LOOPBACK;
}

async function addDemo(store: Store, log: Logger): Promise<void> {
  const { traces, tookMs } = await loadDemo(store, { ...DEFAULT_DEMO, now: new Date() }, log);
  log.info({ traces, tookMs, into: store.place }, 'demo data is up to date');
}

/**
 * Opens the store, brings the demo data up to date where it is wanted, and listens.
 * @param given The store to open and close; made from the settings when absent.
 */
export async function startServer(config: Config, log: Logger, given?: Store): Promise<RunningServer> {
  const store = given ?? createStore(config, log);
  try {
    await store.open((migration) => {
      log.info({ migration }, 'bringing the tables up to date');
    });
    const keys = new KeyRing(store, config.apiKey);
    await keys.refresh();
    if (config.demo) await addDemo(store, log);
    const host = listenHost(config, keys, log);
    const lifecycle = new Lifecycle();
    const app = buildApp({
      store,
      log,
      keys,
      lifecycle,
      anonymousAllowed: isLoopback(host) || config.allowAnonymous,
      ownHostOnly: isLoopback(host),
      slowRequestMs: config.slowRequestMs,
      maxBodyBytes: config.maxBodyBytes,
    });
    await app.listen({ host, port: config.port, listenTextResolver: (address) => `listening on ${address}` });
    const { port } = app.server.address() as AddressInfo;
    const retention = new RetentionSchedule(store, log, config.retentionIntervalMinutes * MS_PER_MINUTE);
    retention.start();
    const close = async () => {
      lifecycle.phase = 'leaving';
      await delay(config.shutdownDelaySeconds * MS_PER_SECOND);
      const cutOff = setTimeout(() => {
        log.warn('requests that are still open are cut off');
        app.server.closeAllConnections();
      }, config.shutdownGraceSeconds * MS_PER_SECOND);
      await app.close();
      clearTimeout(cutOff);
      // A run under way may take long; it goes on with what is left when a server starts again.
      const patience = delay(config.shutdownGraceSeconds * MS_PER_SECOND, undefined, { ref: false });
      await Promise.race([retention.stop(), patience]);
      await store.close();
    };
    return { url: `http://${hostInUrl(host)}:${port}`, close };
  } catch (error) {
    await store.close();
    throw error;
  }
}
