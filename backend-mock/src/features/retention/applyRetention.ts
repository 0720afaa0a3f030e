import type { components } from '../../contract/api.gen.js';
import { fromEngineTime } from '../../ingest/engineTime.js';
import { jsonLine } from '../../ingest/jsonLine.js';
import type { Store } from '../../store/store.js';
import { countRows, RemovalWork, removeRows } from '../removal/work.js';
import type { PlainCondition } from '../removal/workSql.js';
import { cutoff, engineTime, type Expiry, expiryOf, oldReplicaChanges, spansWithoutRequest } from './expiredSql.js';
import { readPolicies } from './policies.js';

type RetentionAnswer = components['schemas']['RetentionAnswer'];

/** Requests whose spans are looked for at once: their ids are held in the engine's memory. */
const REQUESTS_AT_ONCE = 1_000_000;

/** What of a month (UTC, as 202611) has expired. */
interface ExpiredMonth {
  month: number;
  traces: number;
  whole: boolean;
}

/** The first moment after a month. */
function endOfMonth(month: number): Date {
  return new Date(Date.UTC(Math.floor(month / 100), month % 100, 1));
}

function ofMonth({ month }: ExpiredMonth, { condition }: Expiry): PlainCondition {
  return { sql: `toYYYYMM(start_time) = {month:UInt32} AND ${condition.sql}`, params: { ...condition.params, month } };
}

async function expiredMonths(store: Store, { condition, allBefore }: Expiry): Promise<ExpiredMonth[]> {
  const rows = await store.rows<{ month: number; traces: number }>({
    sql: `SELECT toYYYYMM(start_time) AS month, count() AS traces FROM traces WHERE ${condition.sql} GROUP BY month ORDER BY month`,
    params: condition.params,
  });
  return rows.map((row) => ({ ...row, whole: allBefore !== undefined && endOfMonth(row.month) <= allBefore }));
}

async function expiredModels(store: Store, { condition, cutoffSql }: Expiry): Promise<RetentionAnswer['models']> {
  const rows = await store.rows<{ model: string; traces: number; before: string }>({
    sql: `SELECT model, count() AS traces, toString(any(${cutoffSql})) AS before FROM traces
WHERE ${condition.sql} GROUP BY model ORDER BY model`,
    params: condition.params,
  });
  return rows.map((row) => ({ ...row, before: fromEngineTime(row.before) }));
}

/** Removes a month's expired requests; a month of which nothing stays is dropped as a whole. */
async function removeMonth(store: Store, month: ExpiredMonth, expired: PlainCondition): Promise<void> {
  const partition = { month: month.month };
  if (month.whole) await store.mutate('traces', { sql: 'DROP PARTITION {month:UInt32}', params: partition });
  else
    await store.mutate('traces', {
      sql: `DELETE IN PARTITION {month:UInt32} WHERE ${expired.sql}`,
      params: { ...expired.params, ...partition },
    });
}

/** Notes a month's expired requests in portions, removes them, then their spans; answers how many spans went. */
async function applyToMonth(store: Store, month: ExpiredMonth, expiry: Expiry): Promise<number> {
  const expired = ofMonth(month, expiry);
  const portions = Math.ceil(month.traces / REQUESTS_AT_ONCE);
  const works: RemovalWork[] = [];
  try {
    for (let portion = 0; portion < portions; portion++) {
      const work = new RemovalWork(store);
      works.push(work);
      await work.note({
        sql: `${expired.sql} AND cityHash64(trace_id) % {portions:UInt32} = {portion:UInt32}`,
        params: { ...expired.params, portions, portion },
      });
    }
    await removeMonth(store, month, expired);
    let spans = 0;
    for (const work of works) {
      const found = await countRows(store, 'spans', work.spans);
      if (found > 0) await removeRows(store, 'spans', work.spans);
      spans += found;
    }
    return spans;
  } finally {
    for (const work of works) await work.end();
  }
}

/** Spans that would go with the expired requests. */
async function spansOfExpired(store: Store, month: ExpiredMonth, expiry: Expiry): Promise<number> {
  const expired = ofMonth(month, expiry);
  const ids = `SELECT trace_id FROM traces WHERE ${expired.sql}`;
  return countRows(store, 'spans', {
    sql: `trace_id IN (${ids}) AND (trace_id NOT IN (SELECT trace_id FROM traces WHERE NOT (${expired.sql}) AND trace_id IN (${ids}))
  OR (trace_id, span_id) IN (SELECT trace_id, span_id FROM traces WHERE ${expired.sql}))`,
    params: expired.params,
  });
}

async function removeCounted(store: Store, table: string, rows: PlainCondition, dryRun: boolean): Promise<number> {
  const found = await countRows(store, table, rows);
  if (found > 0 && !dryRun) await removeRows(store, table, rows);
  return found;
}

/**
 * Removes what has expired, or only counts it. Applying twice, or on two servers at once, removes the same: conditions are
 * of whole days, so what one call leaves another takes.
 */
export async function applyRetention(store: Store, dryRun: boolean, now = new Date()): Promise<RetentionAnswer> {
  const { policies, replica_changes_max_age_days } = await readPolicies(store);
  const expiry = expiryOf(policies, now);
  const months = expiry ? await expiredMonths(store, expiry) : [];
  const models = expiry ? await expiredModels(store, expiry) : [];
  let spans = 0;
  for (const month of expiry ? months : []) {
    if (expiry) spans += await (dryRun ? spansOfExpired : applyToMonth)(store, month, expiry);
  }
  if (expiry?.allBefore) spans += await removeCounted(store, 'spans', spansWithoutRequest(expiry.allBefore), dryRun);
  const replica_changes =
    replica_changes_max_age_days === null
      ? 0
      : await removeCounted(
          store,
          'replica_changes',
          oldReplicaChanges(cutoff(replica_changes_max_age_days, now)),
          dryRun,
        );
  const traces = months.reduce((sum, month) => sum + month.traces, 0);
  if (!dryRun) {
    const run = { started_time: engineTime(now), traces, spans, replica_changes };
    await store.insert('retention_runs', Object.keys(run), [jsonLine(run)]);
  }
  return {
    dry_run: dryRun,
    traces,
    spans,
    replica_changes,
    months: months.map(({ month, ...rest }) => ({
      month: `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}`,
      ...rest,
    })),
    models,
    took_ms: Math.max(0, Date.now() - now.getTime()),
  };
}
