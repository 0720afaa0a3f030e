import type { Store } from '../store/store.js';
import { idGroups } from './storedIds.js';

/** The copies of requests that are not the first to be stored. */
interface LaterCopies {
  /** Their `COPY_KEY`. */
  keys: string[];
  /** When the first of them was stored, in microseconds since 1970. */
  since_micros: number;
}

/** Tells a copy from all others. A hash: the engine keeps the text of a removal, which must not name requests. */
const COPY_KEY = 'toString(sipHash64(request_id, stored_time, copy_id))';

const LATER_COPIES = `SELECT groupArray(copy.2) AS keys, min(copy.1) AS since_micros
FROM (
  SELECT arrayJoin(arrayPopFront(arraySort(groupArray(
    tuple(toUnixTimestamp64Micro(stored_time), ${COPY_KEY}))))) AS copy
  FROM traces WHERE request_id IN {ids:Array(String)}
  GROUP BY request_id HAVING count() > 1
)`;

/**
 * Removes what two trace servers beside each other stored twice: both looked for a request id before either had stored
 * it. Of the copies the one stored first stays; whoever looks last sees all of them, so one of the servers removes the
 * others. Called after an insert, before it is answered.
 * @param ids Request ids that were just stored.
 * @returns How many copies were removed.
 */
export async function removeLaterCopies(store: Store, ids: readonly string[]): Promise<number> {
  let removed = 0;
  for (const group of idGroups(ids)) removed += await removeCopiesOf(store, group);
  return removed;
}

async function removeCopiesOf(store: Store, ids: readonly string[]): Promise<number> {
  const [later] = await store.rows<LaterCopies>({ sql: LATER_COPIES, params: { ids } });
  if (!later || later.keys.length === 0) return 0;
  for (const keys of idGroups(later.keys)) {
    await store.mutate('traces', {
      sql: `DELETE WHERE stored_time >= fromUnixTimestamp64Micro({since_micros:Int64}) AND ${COPY_KEY} IN {keys:Array(String)}`,
      params: { since_micros: later.since_micros, keys },
    });
  }
  return later.keys.length;
}
