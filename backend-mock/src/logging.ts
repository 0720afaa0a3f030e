import { type Logger, pino } from 'pino';

/** What parts of the server log with. Fields carry numbers, ids and codes; never contents, SQL values or keys. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>;

/** The server's log: one JSON line per event on standard output. */
export function createLog(level: string): Logger {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}
