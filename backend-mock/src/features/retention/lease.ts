import { randomUUID } from 'node:crypto';
import { jsonLine } from '../../ingest/jsonLine.js';
import type { Store } from '../../store/store.js';
import { engineTime } from './expiredSql.js';

const COLUMNS = ['name', 'attempt_id', 'taken_time', 'until_time', 'released'];

/**
 * Runs a task unless another server is at it. ClickHouse has no compare-and-set, so two servers that ask within the same
 * moments may both run it: the task must bear that. A server that dies holds the task until `holdMs` are over.
 * @returns Whether the task ran.
 */
export async function underLease(
  store: Store,
  name: string,
  holdMs: number,
  task: () => Promise<unknown>,
): Promise<boolean> {
  const attempt_id = randomUUID();
  const now = new Date();
  const row = {
    name,
    attempt_id,
    taken_time: engineTime(now),
    until_time: engineTime(new Date(now.getTime() + holdMs)),
  };
  await store.insert('leases', COLUMNS, [jsonLine({ ...row, released: false })]);
  try {
    const [holder] = await store.rows<{ attempt_id: string }>({
      sql: `SELECT attempt_id FROM leases WHERE name = {name:String} AND until_time > {now:DateTime64(6, 'UTC')}
GROUP BY attempt_id HAVING NOT max(released) ORDER BY min(taken_time), attempt_id LIMIT 1`,
      params: { name, now: engineTime(now) },
    });
    if (holder?.attempt_id !== attempt_id) return false;
    await task();
    return true;
  } finally {
    await store.insert('leases', COLUMNS, [jsonLine({ ...row, released: true })]);
  }
}
