import { setTimeout as delay } from 'node:timers/promises';
import { CodedError } from '../errors.js';
import type { QueryParams } from './paramsForm.js';

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 500;
/** A change that cannot be done for this long is given up; what is short of memory or disk for a moment is not. */
const PATIENCE_MS = 60_000;

/** What of the store is needed to watch a table's changes. */
interface Changeable {
  partsTable(table: string): string;
  systemTable(name: string): string;
  rows<Row>(query: { sql: string; params: QueryParams }): Promise<Row[]>;
  execute(statement: { sql: string; params: QueryParams }): Promise<void>;
}

/** How time passes; another one in tests. */
interface Clock {
  /** Milliseconds since some moment. */
  now(): number;
  /** Resolves after so many milliseconds. */
  pause(ms: number): Promise<unknown>;
}

const REAL_CLOCK: Clock = { now: () => performance.now(), pause: (ms) => delay(ms) };

/** What the engine still has to do of a change, on all servers that hold the table. */
interface OpenChange {
  open: number;
  /** Servers that have tried in vain; they try again and again. */
  failing: number;
}

/** A change of rows with a mark by which the engine's list of changes has it; the mark changes nothing about it. */
export function marked(change: string, mark: string): string {
  return / WHERE /.test(` ${change}`.replace(/\s+/g, ' ')) ? `${change} AND '${mark}' != ''` : change;
}

/**
 * Resolves when the engine has made the change with a mark, however long that takes. Changes of others are not looked at.
 * @throws INTERNAL when the engine cannot make it for a minute; it is then taken back.
 */
export async function untilChanged(
  store: Changeable,
  table: string,
  mark: string,
  clock: Clock = REAL_CLOCK,
): Promise<void> {
  const where =
    'database = currentDatabase() AND table = {table:String} AND NOT is_done AND position(command, {mark:String}) > 0';
  const params = { table: store.partsTable(table), mark };
  let failingSince: number | undefined;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
    const [change] = await store.rows<OpenChange>({
      sql: `SELECT count() AS open, countIf(latest_fail_reason != '') AS failing FROM ${store.systemTable('mutations')} WHERE ${where}`,
      params,
    });
    if (!change || change.open === 0) return;
    failingSince = change.failing > 0 ? (failingSince ?? clock.now()) : undefined;
    if (failingSince !== undefined && clock.now() - failingSince > PATIENCE_MS) {
      await store.execute({ sql: `KILL MUTATION WHERE ${where}`, params });
      throw new CodedError('INTERNAL', 'The database engine could not change the stored rows.');
    }
    await clock.pause(pauseMs);
  }
}
