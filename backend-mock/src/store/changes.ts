import { setTimeout as delay } from 'node:timers/promises';
import { CodedError } from '../errors.js';
import type { QueryParams } from './paramsForm.js';

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 500;

/** What of the store is needed to watch a table's changes. */
interface Changeable {
  partsTable(table: string): string;
  systemTable(name: string): string;
  rows<Row>(query: { sql: string; params: QueryParams }): Promise<Row[]>;
  execute(statement: { sql: string; params: QueryParams }): Promise<void>;
}

/** What the engine still has to do of the changes of a table, on all servers that hold it. */
interface OpenChanges {
  open: number;
  /** Of those that cannot be done, e.g. because the disk is full; the engine tries them again and again. */
  failing: number;
}

/**
 * Resolves when the engine has made every change of stored rows of a table that it was told of, however long that takes.
 * @throws INTERNAL when the engine cannot make one of them; it is then taken back.
 */
export async function untilChanged(store: Changeable, table: string): Promise<void> {
  const where = 'database = currentDatabase() AND table = {table:String} AND NOT is_done AND NOT is_killed';
  const params = { table: store.partsTable(table) };
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
    const [changes] = await store.rows<OpenChanges>({
      sql: `SELECT count() AS open, countIf(latest_fail_reason != '') AS failing FROM ${store.systemTable('mutations')} WHERE ${where}`,
      params,
    });
    if (!changes || changes.open === 0) return;
    if (changes.failing > 0) {
      await store.execute({ sql: `KILL MUTATION WHERE ${where} AND latest_fail_reason != ''`, params });
      throw new CodedError('INTERNAL', 'The database engine could not change the stored rows.');
    }
    await delay(pauseMs);
  }
}
