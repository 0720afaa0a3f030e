import { ConfigError, readConfig } from '../config.js';
import { EngineStartError } from '../engine/engineFailure.js';
import { createLog } from '../logging.js';
import { startServer } from '../server.js';

const LONGEST_CLOSE_MS = 15_000;

/** What a person can do about a server that does not start; undefined for anything unexpected. */
function explain(error: unknown): string | undefined {
  if (error instanceof ConfigError || error instanceof EngineStartError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return 'The port is in use. Stop the other server, or set TRACE_PORT to a free port.';
  if (code === 'EACCES') return 'The port may not be used by this user. Set TRACE_PORT to a port above 1023.';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'TRACE_HOST is not an address of this machine.';
  return undefined;
}

function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve(signal);
      });
    }
  });
}

/** `modeltrace serve [--demo]`: runs the trace server until it is told to stop. */
export async function serve(args: string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--demo');
  if (unknown !== undefined) {
    process.stderr.write('Usage: modeltrace serve [--demo]\n');
    return 2;
  }
  try {
    const config = readConfig(args.includes('--demo') ? { ...process.env, MODELTRACE_DEMO: '1' } : process.env);
    const log = createLog(config.logLevel);
    const stopped = stopSignal();
    const server = await startServer(config, log);
    log.info({ signal: await stopped }, 'stopping');
    setTimeout(() => process.exit(1), LONGEST_CLOSE_MS).unref();
    await server.close();
    return 0;
  } catch (error) {
    const explanation = explain(error);
    if (explanation === undefined) throw error;
    process.stderr.write(`${explanation}\n`);
    return 1;
  }
}
