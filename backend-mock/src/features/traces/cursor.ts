import { invalidArgument } from '../../errors.js';
import { type ListOrder, type ListSort, SORT_COLUMNS, UNKNOWN_TOKEN } from './sortColumns.js';

/** A list's order. */
export interface ListRanking {
  sort: ListSort;
  order: ListOrder;
}

/** A place in a list: right before or after the row that has these values. An empty request id comes before all of its time. */
export interface Position {
  /** Microseconds since 1970. */
  startMicros: bigint;
  requestId: string;
  /** The sort column's value as its token; undefined in lists sorted by start time. */
  token?: string;
}

/** `<microseconds since 1970>:<request id>`, in other orders than newest first after `<sort> <order> <token> `. */
const CURSOR = /^(?:([a-z_]+) (asc|desc) (\S+) )?(\d{1,17}):(.*)$/s;
const LATEST_MICROS = BigInt(Date.UTC(2262, 0, 1)) * 1000n;
const DEFAULT: ListRanking = { sort: 'start_time', order: 'desc' };

function isDefault({ sort, order }: ListRanking): boolean {
  return sort === DEFAULT.sort && order === DEFAULT.order;
}

/** SQL of the cursor of a row of `traces AS t`. */
export function cursorSql(ranking: ListRanking): string {
  const place = "toString(toUnixTimestamp64Micro(t.start_time)), ':', t.request_id";
  if (isDefault(ranking)) return `base64URLEncode(concat(${place}))`;
  const { sort, order } = ranking;
  const token = sort === 'start_time' ? `'${UNKNOWN_TOKEN}'` : tokenSql(SORT_COLUMNS[sort]);
  return `base64URLEncode(concat('${sort} ${order} ', ${token}, ' ', ${place}))`;
}

function tokenSql({ isUnknown, token }: { isUnknown: string; token: string }): string {
  return `if(${isUnknown}, '${UNKNOWN_TOKEN}', ${token})`;
}

/** The cursor of a place in a list sorted by start time. */
export function timeCursor({ order }: ListRanking, { startMicros, requestId }: Position): string {
  const prefix = order === 'desc' ? '' : `start_time ${order} ${UNKNOWN_TOKEN} `;
  return Buffer.from(`${prefix}${startMicros}:${requestId}`).toString('base64url');
}

function isToken(token: string, sort: ListSort): boolean {
  if (token === UNKNOWN_TOKEN) return true;
  return sort !== 'start_time' && SORT_COLUMNS[sort].tokenForm.test(token);
}

/**
 * Reads a cursor that `cursorSql` or `timeCursor` wrote.
 * @param field The parameter it came in, for the error.
 * @throws INVALID_ARGUMENT when it is none, or one of a list in another order.
 */
export function readCursor(cursor: string, ranking: ListRanking, field: 'cursor' | 'before'): Position {
  const decoded = /^[\w-]+={0,2}$/.test(cursor) ? Buffer.from(cursor, 'base64url').toString() : '';
  const [match, sort, order, token = UNKNOWN_TOKEN, micros = '', requestId = ''] = CURSOR.exec(decoded) ?? [];
  const isOther = sort === undefined ? !isDefault(ranking) : sort !== ranking.sort || order !== ranking.order;
  if (match !== undefined && isOther) {
    throw invalidArgument(field, `the cursor of a list with sort=${ranking.sort} and order=${ranking.order}`);
  }
  if (match === undefined || BigInt(micros) >= LATEST_MICROS || !isToken(token, ranking.sort)) {
    throw invalidArgument(field, "the `cursor` of a row of this operation's answer");
  }
  return { startMicros: BigInt(micros), requestId, ...(ranking.sort !== 'start_time' && { token }) };
}
