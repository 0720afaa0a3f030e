import { CodedError } from '../errors.js';
import type { Log } from '../logging.js';
import type { Store } from '../store/store.js';
import { removeLaterCopies } from './copies.js';

/** Rows that are looked at were stored since two looks ago, so that a look that fails or comes late leaves nothing out. */
const LOOKS_BACK = 3;
/** Ids of one look; what is left over is found by the next. */
const MOST_IDS = 100_000;

/**
 * Removes copies of requests that were stored lately. Beside the look right after an insert: a caller who repeats a batch
 * whose first insert still runs, through a server that has died since, leaves copies that nobody looks for.
 * @returns How many copies were removed.
 */
export async function removeRecentCopies(store: Store, sinceSeconds: number): Promise<number> {
  const rows = await store.rows<{ request_id: string }>({
    sql: `SELECT request_id FROM traces WHERE stored_time >= now64(6) - toIntervalSecond({seconds:UInt32})
GROUP BY request_id HAVING count() > 1 LIMIT ${MOST_IDS}`,
    params: { seconds: sinceSeconds },
  });
  return removeLaterCopies(
    store,
    rows.map((row) => row.request_id),
  );
}

/** Looks for copies now and then where several servers share a database. @returns What ends it. */
export function watchForCopies(store: Store, log: Log, intervalSeconds: number): () => void {
  if (!store.isShared) return () => undefined;
  const look = async () => {
    try {
      const copies = await removeRecentCopies(store, LOOKS_BACK * intervalSeconds);
      if (copies > 0) log.info({ copies }, 'copies of requests removed');
    } catch (error) {
      log.warn({ code: error instanceof CodedError ? error.code : 'unknown' }, 'looking for copies failed');
    }
  };
  const timer = setInterval(() => void look(), intervalSeconds * 1000).unref();
  return () => {
    clearInterval(timer);
  };
}
