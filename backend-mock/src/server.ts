import { once } from 'node:events';
import type { Server } from 'node:http';
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
import { applyTextIndex } from './features/textIndex/textIndex.js';
import type { AnonymousCalls } from './http/access.js';
import { Lifecycle } from './http/lifecycle.js';
import { watchForCopies } from './ingest/copiesSchedule.js';
import { isLoopback } from './http/ownHost.js';
import { Store } from './store/store.js';

const MS_PER_SECOND = 1000;
const MS_PER_MINUTE = 60_000;
const COPIES_INTERVAL_SECONDS = 300;
const LOOPBACK = '127.0.0.1';

/** A server that is listening and ready. */
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

/** Where to listen: without any key on this machine only, unless that was allowed. */
function hostFor(config: Config, keys: KeyRing): string {
  return keys.hasKeys || config.allowAnonymous || isLoopback(config.host) ? config.host : LOOPBACK;
}

/** Says it where a server without keys is open, or does not listen where it was told to. */
function warnWithoutKeys(config: Config, keys: KeyRing, log: Logger): void {
  if (keys.hasKeys || isLoopback(config.host)) return;
  if (config.allowAnonymous) {
    log.warn(
      { host: config.host },
      'there is no API key: everyone who reaches this address can read and store (MODELTRACE_ALLOW_ANONYMOUS=1)',
    );
    return;
  }
  log.warn(
    { asked: config.host, instead: LOOPBACK },
    'there is no API key, so the server listens on this machine only. Set MODELTRACE_API_KEY, or make a key (modeltrace keys create --name admin --scope ingest,read,export,admin), and start again. In a closed network MODELTRACE_ALLOW_ANONYMOUS=1 does without',
  );
}

/** Who is let in without a key, at an address where the server listens. */
function anonymousAt(host: string, config: Config): AnonymousCalls {
  return { allowed: isLoopback(host) || config.allowAnonymous, ownHostOnly: isLoopback(host) };
}

/** Listens at another address of the same port; requests that are being answered are answered to their end. */
async function moveTo(server: Server, host: string, port: number): Promise<void> {
  server.close();
  server.listen({ host, port });
  await once(server, 'listening');
}

async function addDemo(store: Store, log: Logger): Promise<void> {
  const { traces, tookMs } = await loadDemo(store, { ...DEFAULT_DEMO, now: new Date() }, log);
  log.info({ traces, tookMs, into: store.place }, 'demo data is up to date');
}

/**
 * Listens, opens the store, brings the demo data up to date where it is wanted, and then answers requests. Until then
 * the server says that it starts. Whether there are keys is only known with the store: until then a server that has none
 * of its own listens on this machine only.
 * @param given The store to open and close; made from the settings when absent.
 */
export async function startServer(config: Config, log: Logger, given?: Store): Promise<RunningServer> {
  const store = given ?? createStore(config, log);
  const keys = new KeyRing(store, config.apiKey);
  const lifecycle = new Lifecycle();
  lifecycle.phase = 'starting';
  const firstHost = hostFor(config, keys);
  const anonymous = anonymousAt(firstHost, config);
  const app = buildApp({
    store,
    log,
    keys,
    lifecycle,
    anonymous,
    slowRequestMs: config.slowRequestMs,
    exportStallMs: config.exportStallSeconds * MS_PER_SECOND,
    maxBodyBytes: config.maxBodyBytes,
    maxJsonBodyBytes: config.maxJsonBodyBytes,
  });
  try {
    // First of all: a port that is taken must be said before anything is started or changed.
    await app.listen({
      host: firstHost,
      port: config.port,
      listenTextResolver: (at) => `starting, port open at ${at}`,
    });
    const { port } = app.server.address() as AddressInfo;
    await store.open((migration) => {
      log.info({ migration }, 'bringing the tables up to date');
    });
    await applyTextIndex(store, config.textIndex, log);
    await keys.refresh();
    if (config.demo) await addDemo(store, log);
    warnWithoutKeys(config, keys, log);
    const host = hostFor(config, keys);
    if (host !== firstHost) {
      Object.assign(anonymous, anonymousAt(host, config));
      await moveTo(app.server, host, port);
    }
    const retention = new RetentionSchedule(store, log, config.retentionIntervalMinutes * MS_PER_MINUTE);
    retention.start();
    const endWatch = watchForCopies(store, log, COPIES_INTERVAL_SECONDS);
    lifecycle.phase = 'running';
    const url = `http://${hostInUrl(host)}:${port}`;
    log.info(`listening on ${url}`);
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
      endWatch();
      await store.close();
    };
    return { url, close };
  } catch (error) {
    app.server.closeAllConnections();
    await app.close();
    await store.close();
    throw error;
  }
}
