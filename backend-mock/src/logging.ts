import { type Logger, pino } from 'pino';

/** What parts of the server log with. Fields carry numbers, ids and codes; never contents, SQL values or keys. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>;

function logTo(fileDescriptor: 1 | 2, level: string): Logger {
  const options = { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime };
  return pino(options, pino.destination({ fd: fileDescriptor, sync: true }));
}

/** The server's log: one JSON line per event on standard output. */
export function createLog(level: string): Logger {
  return logTo(1, level);
}

/** The same on standard error, for commands whose result is on standard output. */
export function createErrorLog(level: string): Logger {
  return logTo(2, level);
}
