import { microsToEngineTime } from '../../ingest/engineTime.js';
import type { QueryParams } from '../../store/paramsForm.js';
import type { ListRanking, Position } from './cursor.js';
import { SORT_COLUMNS, UNKNOWN_TOKEN } from './sortColumns.js';

/** A place and the side of it that is wanted. */
export interface Edge {
  side: 'after' | 'before';
  position: Position;
}

const TIME = "{position_time:DateTime64(6, 'UTC')}";
const ID = '{position_id:String}';

const direction = (isDescending: boolean) => (isDescending ? 'DESC' : 'ASC');

/** Whether rows come newest first: always between equal values of another column, by `order` when sorted by time. */
function isNewestFirst({ sort, order }: ListRanking): boolean {
  return sort !== 'start_time' || order === 'desc';
}

/** The list's ORDER BY, or that of the list read backwards. */
export function orderBySql(ranking: ListRanking, isBackwards = false): string {
  const time = direction(isNewestFirst(ranking) !== isBackwards);
  const ties = `t.start_time ${time}, t.request_id ${time}`;
  if (ranking.sort === 'start_time') return ties;
  const { value, isUnknown, isText } = SORT_COLUMNS[ranking.sort];
  const isDescending = (ranking.order === 'desc') !== isBackwards;
  if (!isText) return `${value} ${direction(isDescending)} NULLS ${isBackwards ? 'FIRST' : 'LAST'}, ${ties}`;
  // Empty texts are the last of a descending order by themselves.
  const unknown = ranking.order === 'desc' ? '' : `${isUnknown} ${direction(isBackwards)}, `;
  return `${unknown}${value} ${direction(isDescending)}, ${ties}`;
}

/** Rows on one side of a place among rows that are equal in the sort column. Not a comparison of tuples: the engine skips
 * data only by a condition on the time alone. */
function tieSql(isEarlier: boolean): string {
  const sign = isEarlier ? '<' : '>';
  return `t.start_time ${sign}= ${TIME} AND (t.start_time ${sign} ${TIME} OR t.request_id ${sign} ${ID})`;
}

/** The condition for rows of `traces AS t` on one side of a place in a list. */
export function keysetCondition(ranking: ListRanking, { side, position }: Edge): { sql: string; params: QueryParams } {
  const isBackwards = side === 'before';
  const tie = tieSql(isNewestFirst(ranking) !== isBackwards);
  const params = { position_time: microsToEngineTime(position.startMicros), position_id: position.requestId };
  if (ranking.sort === 'start_time') return { sql: tie, params };
  const { value, isUnknown, fromToken, toParam } = SORT_COLUMNS[ranking.sort];
  const { token = UNKNOWN_TOKEN } = position;
  const known = `NOT (${isUnknown})`;
  if (token === UNKNOWN_TOKEN) {
    const sql = isBackwards ? `(${known} OR (${tie}))` : `(${isUnknown} AND ${tie})`;
    return { sql, params };
  }
  const sign = (ranking.order === 'desc') !== isBackwards ? '<' : '>';
  const beyond = `${known} AND (${value} ${sign} ${fromToken} OR (${value} = ${fromToken} AND ${tie}))`;
  return {
    sql: isBackwards ? `(${beyond})` : `(${isUnknown} OR (${beyond}))`,
    params: { ...params, position_value: toParam(token) },
  };
}
