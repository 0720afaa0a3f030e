import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { CodedError } from '../../errors.js';
import { TEXT_INDEXES } from '../../query/sql/textIndexSql.js';
import type { Query, Store } from '../../store/store.js';

const NAMES = Object.keys(TEXT_INDEXES);

const TRIES = 12;
const WAIT_MS = 250;

/** The names of the indexes that every table of traces has, on a cluster one per server, and of those that any has. */
async function indexes(store: Store): Promise<{ everywhere: string[]; anywhere: string[] }> {
  const mine = 'database = currentDatabase()';
  const rows = await store.rows<{ name: string; servers: number; indexed: number }>({
    sql: `SELECT name, count() AS indexed,
  (SELECT count() FROM ${store.systemTable('tables')} WHERE ${mine} AND name = {table:String}) AS servers
FROM ${store.systemTable('data_skipping_indices')}
WHERE ${mine} AND table = {table:String} AND name IN {names:Array(String)}
GROUP BY name`,
    params: { table: store.partsTable('traces'), names: NAMES },
  });
  return {
    everywhere: rows.filter(({ indexed, servers }) => indexed >= servers).map(({ name }) => name),
    anywhere: rows.map(({ name }) => name),
  };
}

/** Changes the table; waits where another server changes it at the same time. */
async function change(store: Store, sql: string): Promise<void> {
  for (let left = TRIES; ; left -= 1) {
    try {
      await store.mutate('traces', { sql, params: {} });
      return;
    } catch (error) {
      if (left === 0) throw error;
      await delay(WAIT_MS);
    }
  }
}

async function add(store: Store, names: readonly string[]): Promise<void> {
  const each = (statement: (name: string) => string) => names.map(statement).join(', ');
  await change(
    store,
    each((name) => `ADD INDEX IF NOT EXISTS ${name} ${TEXT_INDEXES[name] ?? ''}`),
  );
  // Queued by the engine and not waited for; parts that have it already are left as they are.
  await change(
    store,
    each((name) => `MATERIALIZE INDEX ${name}`),
  );
}

/** The engine refuses to drop an index that it is still building. */
const endBuilding = (store: Store): Query => ({
  sql: `KILL MUTATION WHERE database = currentDatabase() AND table = {table:String} AND NOT is_done
  AND match(command, {building:String})`,
  params: { table: store.partsTable('traces'), building: `MATERIALIZE INDEX (${NAMES.join('|')})` },
});

async function drop(store: Store): Promise<void> {
  await store.execute(endBuilding(store));
  await change(store, NAMES.map((name) => `DROP INDEX IF EXISTS ${name}`).join(', '));
}

/**
 * Adds the indexes for searches in text to the table of traces, or drops them. New traces have an added index at once,
 * stored ones get it in the background; searches find the same with and without. May be done by several servers at a time.
 * A failure is logged and no failure of the start: searches only take longer, or inserting does.
 * @param wish Whether they are to be there; undefined leaves things as they are.
 */
export async function applyTextIndex(store: Store, wish: boolean | undefined, log: Logger): Promise<void> {
  try {
    const { everywhere, anywhere } = await indexes(store);
    store.hasTextIndex = wish ?? anywhere.length > 0;
    const missing = NAMES.filter((name) => !everywhere.includes(name));
    if (wish && missing.length > 0) {
      await add(store, missing);
      log.info('text indexes were added: new traces have them, stored ones get them in the background');
    }
    if (wish === false && anywhere.length > 0) {
      await drop(store);
      log.info('text indexes were dropped');
    }
  } catch (error) {
    log.error(
      { code: error instanceof CodedError ? error.code : 'INTERNAL' },
      'text indexes could not be changed; the next start tries again',
    );
  }
}
