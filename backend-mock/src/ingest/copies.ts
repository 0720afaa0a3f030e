import type { Store } from '../store/store.js';

/** The copies of requests that are not the first to be stored, as arrays of their columns. */
interface LaterCopies {
  request_ids: string[];
  stored_micros: number[];
  copy_ids: number[];
}

const LATER_COPIES = `SELECT groupArray(later.1) AS request_ids, groupArray(later.2) AS stored_micros,
  groupArray(later.3) AS copy_ids
FROM (
  SELECT arrayJoin(arrayMap(copy -> tuple(request_id, copy.1, copy.2),
    arrayPopFront(arraySort(groupArray(tuple(toUnixTimestamp64Micro(stored_time), copy_id)))))) AS later
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
  if (ids.length === 0) return 0;
  const [later] = await store.rows<LaterCopies>({ sql: LATER_COPIES, params: { ids } });
  if (!later || later.request_ids.length === 0) return 0;
  await store.mutate('traces', {
    sql: `DELETE WHERE request_id IN {ids:Array(String)}
AND (request_id, toUnixTimestamp64Micro(stored_time), copy_id)
  IN (SELECT arrayJoin(arrayZip({ids:Array(String)}, {stored_micros:Array(Int64)}, {copy_ids:Array(UInt32)})))`,
    params: {
      ids: later.request_ids,
      stored_micros: later.stored_micros,
      copy_ids: later.copy_ids,
    },
  });
  return later.request_ids.length;
}
