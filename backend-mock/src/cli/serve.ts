import { setTimeout as delay } from 'node:timers/promises';
import { type Config, readConfig } from '../config.js';
import { createLog } from '../logging.js';
import { createStore, startServer } from '../server.js';
import { unknownSettings } from '../unknownSettings.js';
import { explain } from './explain.js';

/** How long the engine may take to end when a start is given up. */
const GIVE_UP_MS = 1500;
/** Beyond the delay and grace of the settings: time for the queue and the engine to end. */
const LONGEST_CLOSE_MS = 6000;

function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve(signal);
      });
    }
  });
}

function longestCloseMs(config: Config): number {
  return (config.shutdownDelaySeconds + config.shutdownGraceSeconds) * 1000 + LONGEST_CLOSE_MS;
}

async function run(env: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(env);
  const log = createLog(config.logLevel);
  for (const sentence of unknownSettings(env)) log.warn(sentence);
  const stopped = stopSignal();
  const store = createStore(config, log);
  const starting = startServer(config, log, store);
  const first = await Promise.race([starting, stopped]);
  if (typeof first === 'string') {
    // Nothing was accepted yet: what is being loaded or waited for is given up, and loaded again by the next start.
    log.info({ signal: first }, 'stopping before the server was ready');
    starting.catch(() => undefined);
    await Promise.race([store.close(), delay(GIVE_UP_MS)]);
    process.exit(0);
  }
  log.info({ signal: await stopped }, 'stopping');
  setTimeout(() => process.exit(1), longestCloseMs(config)).unref();
  await first.close();
}

/** `modeltrace serve [--demo]`: runs the trace server until it is told to stop. */
export async function serve(args: string[]): Promise<number> {
  if (args.some((arg) => arg !== '--demo')) {
    process.stderr.write('Usage: modeltrace serve [--demo]\n');
    return 2;
  }
  try {
    await run(args.includes('--demo') ? { ...process.env, MODELTRACE_DEMO: '1' } : process.env);
    return 0;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    return 1;
  }
}
