import { pino } from 'pino';

/** A log that says nothing. */
export const silentLog = pino({ level: 'silent' });

/** A log whose lines can be read, to prove what is not in them. */
export function recordingLog(): { log: typeof silentLog; lines: string[] } {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  return { log, lines };
}
