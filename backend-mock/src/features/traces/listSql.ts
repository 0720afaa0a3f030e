import type { Query } from '../../store/store.js';
import { type Condition, type Selection, selectionCondition } from '../selection/selectionSql.js';
import { cursorSql, type ListRanking } from './cursor.js';
import { type Edge, keysetCondition, orderBySql } from './keysetSql.js';
import { matchColumn } from './matchSql.js';
import { summarySql } from './summarySql.js';

/** A page of a list of traces. */
export interface ListRequest extends ListRanking {
  selection: Selection;
  /** Only requests of this OpenTelemetry trace. */
  traceId?: string | undefined;
  limit: number;
  /** Where the page begins, or ends; undefined is the list's first page. */
  edge?: Edge | undefined;
}

/** Where a row is in the table. */
export interface RowKey {
  model: string;
  start_micros: number;
  request_id: string;
}

/** Columns that are read by the megabyte. */
const PAYLOAD_COLUMNS = [
  'input_text',
  'output_text',
  'input_json',
  'output_json',
  'workflow_json',
  'http_request_json',
];

/** Which rows the list has. */
export function listCondition({ selection, traceId }: Pick<ListRequest, 'selection' | 'traceId'>): Condition {
  const condition = selectionCondition(selection);
  if (traceId === undefined) return condition;
  return {
    sql: `t.trace_id = {trace_id:String} AND ${condition.sql}`,
    params: { ...condition.params, trace_id: traceId },
    columns: new Set([...condition.columns, 'trace_id']),
  };
}

/** Whether finding the list's rows means reading payloads. */
export function readsPayloads({ columns }: Condition): boolean {
  return PAYLOAD_COLUMNS.some((column) => columns.has(column));
}

function where(list: ListRequest): { sql: string; params: Query['params'] } {
  const condition = listCondition(list);
  const edge = list.edge && keysetCondition(list, list.edge);
  return {
    sql: edge ? `${condition.sql}\n  AND ${edge.sql}` : condition.sql,
    params: { ...condition.params, ...edge?.params },
  };
}

/** Nearest to the edge first, which for a page before a row is the list's order backwards. */
function nearestFirst(list: ListRequest): string {
  return orderBySql(list, list.edge?.side === 'before');
}

/** The places of a page's rows, nearest to its edge first. `narrowedBy` is one more condition with its values. */
export function keysQuery(list: ListRequest, narrowedBy?: Pick<Condition, 'sql' | 'params'>): Query {
  const { sql, params } = where(list);
  return {
    sql: `SELECT t.model AS model, toUnixTimestamp64Micro(t.start_time) AS start_micros, t.request_id AS request_id
FROM traces AS t
WHERE ${narrowedBy ? `${narrowedBy.sql}\n  AND ${sql}` : sql}
ORDER BY ${nearestFirst(list)}
LIMIT {limit:UInt32}`,
    params: { ...params, ...narrowedBy?.params, limit: list.limit },
  };
}

function summariesOf(list: ListRequest, condition: string, params: Query['params'], limit = ''): Query {
  const match = matchColumn(list.selection);
  return {
    sql: `SELECT ${summarySql(cursorSql(list), match.sql)}
FROM traces AS t
WHERE ${condition}
ORDER BY ${orderBySql(list)}${limit}${match.settings}`,
    params: { ...params, ...match.params },
  };
}

/** Whether the table's own order, model then time, is the list's. */
function isInTableOrder({ sort, edge, selection }: ListRequest): boolean {
  return sort === 'start_time' && edge?.side !== 'before' && selection.filters?.model?.length === 1;
}

/**
 * The rows of a page in the list's order. Mostly in two steps: which rows they are is found without reading what they
 * show, often in a projection that is in order of time; then these few are read by the table's key.
 */
export function listQuery(list: ListRequest): Query {
  const { sql, params } = where(list);
  const withLimit = { ...params, limit: list.limit };
  if (isInTableOrder(list)) return summariesOf(list, sql, withLimit, '\nLIMIT {limit:UInt32}');
  const keys = `SELECT t.model, t.start_time, t.request_id
  FROM traces AS t
  WHERE ${sql}
  ORDER BY ${nearestFirst(list)}
  LIMIT {limit:UInt32}`;
  return summariesOf(list, `(t.model, t.start_time, t.request_id) IN (\n  ${keys}\n)`, withLimit);
}

/** The rows at known places, in the list's order. */
export function rowsQuery(list: ListRequest, keys: readonly RowKey[]): Query {
  const places = `SELECT place.1, fromUnixTimestamp64Micro(toInt64(place.2), 'UTC'), place.3
  FROM (SELECT arrayJoin(arrayZip({key_models:Array(String)}, {key_times:Array(String)}, {key_ids:Array(String)})) AS place)`;
  return summariesOf(list, `(t.model, t.start_time, t.request_id) IN (\n  ${places}\n)`, {
    key_models: keys.map(({ model }) => model),
    key_times: keys.map(({ start_micros }) => String(start_micros)),
    key_ids: keys.map(({ request_id }) => request_id),
  });
}
