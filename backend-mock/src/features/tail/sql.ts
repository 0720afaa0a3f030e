import { microsToEngineTime } from '../../ingest/engineTime.js';
import type { Query } from '../../store/store.js';
import type { Condition } from '../selection/selectionSql.js';
import { cursorSql } from '../traces/cursor.js';
import type { MatchColumn } from '../traces/matchSql.js';
import { summarySql } from '../traces/summarySql.js';
import type { TailPosition } from './position.js';

/** An insert is ended by the engine before it takes this long. */
const LONGEST_INSERT_SECONDS = 150;
/** The engine's clock and its stop watch of a query are not read in the same moment. */
const CLOCK_MARGIN_MICROS = 20_000;

/** Columns of a row that say where it is in the order of storing. */
export interface StoredPlace {
  stored_micros: number;
  request_id: string;
}

/**
 * The time up to which everything that was stored can be seen: rows get their time when their insert begins and are seen
 * when it ends, so this is when the longest running insert began.
 * @param processes The engine's table of running queries, on a cluster that of all its servers.
 * @param settleMs How much later a row that was stored on another server may be seen here.
 */
export function horizonQuery(settleMs: number, processes = 'system.processes'): Query {
  return {
    sql: `SELECT toUnixTimestamp64Micro(now64(6)) - greatest({settle:Int64},
  if(count() = 0, 0, toInt64(max(elapsed) * 1000000) + ${CLOCK_MARGIN_MICROS})) AS micros
FROM ${processes} WHERE query_kind = 'Insert' AND current_database = currentDatabase() AND elapsed < ${LONGEST_INSERT_SECONDS}`,
    params: { settle: settleMs * 1000 },
  };
}

function between(condition: Condition, after: TailPosition, horizonMicros: bigint): Query {
  return {
    sql: `t.stored_time >= {after_time:DateTime64(6, 'UTC')} AND t.stored_time < {horizon:DateTime64(6, 'UTC')}
  AND (t.stored_time > {after_time:DateTime64(6, 'UTC')} OR t.request_id > {after_id:String})
  AND ${condition.sql}`,
    params: {
      ...condition.params,
      after_time: microsToEngineTime(after.storedMicros),
      after_id: after.requestId,
      horizon: microsToEngineTime(horizonMicros),
    },
  };
}

/** Rows after a position and before the horizon, in the order of storing. */
export function newRowsQuery(
  { condition, match }: { condition: Condition; match: MatchColumn },
  after: TailPosition,
  horizonMicros: bigint,
  limit: number,
): Query {
  const { sql, params } = between(condition, after, horizonMicros);
  return {
    sql: `SELECT ${summarySql(cursorSql({ sort: 'start_time', order: 'desc' }), match.sql)},
  toUnixTimestamp64Micro(t.stored_time) AS stored_micros
FROM traces AS t
WHERE ${sql}
ORDER BY t.stored_time, t.request_id
LIMIT {limit:UInt32}${match.settings}`,
    params: { ...params, ...match.params, limit },
  };
}

/** How many rows wait, counting no further than `most`. */
export function waitingQuery(condition: Condition, after: TailPosition, horizonMicros: bigint, most: number): Query {
  const { sql, params } = between(condition, after, horizonMicros);
  return {
    sql: `SELECT count() AS waiting FROM (SELECT 1 FROM traces AS t WHERE ${sql} LIMIT {most:UInt32})`,
    params: { ...params, most },
  };
}

/** The row after which only the newest `keep` come, and how many rows there are up to it. */
export function skipQuery(condition: Condition, after: TailPosition, horizonMicros: bigint, keep: number): Query {
  const { sql, params } = between(condition, after, horizonMicros);
  return {
    sql: `SELECT toUnixTimestamp64Micro(t.stored_time) AS stored_micros, t.request_id AS request_id,
  (SELECT count() FROM traces AS t WHERE ${sql}) - {keep:UInt32} AS skipped
FROM traces AS t
WHERE ${sql}
ORDER BY t.stored_time DESC, t.request_id DESC
LIMIT 1 OFFSET {keep:UInt32}`,
    params: { ...params, keep },
  };
}
