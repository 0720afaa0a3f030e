import { invalidArgument } from '../../errors.js';
import { microsToEngineTime } from '../../ingest/engineTime.js';
import type { Query } from '../../store/store.js';
import { type Selection, selectionCondition } from '../selection/selectionSql.js';

/** Columns of a TraceSummary that are stored; `tags_preview` and `cursor` are computed. */
const SUMMARY_COLUMNS = [
  'request_id',
  'trace_id',
  'status',
  'start_time',
  'duration_ms',
  'model',
  'model_type',
  'provider',
  'operation',
  'deployment',
  'deployment_version',
  'connection',
  'source_type',
  'source',
  'user_id',
  'input_tokens',
  'output_tokens',
  'cost_usd',
  'credits',
  'ttft_ms',
  'streamed',
  'finish_reason',
  'error_type',
  'input_preview',
  'output_preview',
];

const TAGS_PREVIEW = `leftUTF8(arrayStringConcat(
    arrayMap((name, value) -> concat(name, '=', value), mapKeys(t.tags), mapValues(t.tags)), ', '), 200)`;

/** Position in the list: after the request with this time and id. */
interface Position {
  startTime: string;
  requestId: string;
}

const CURSOR = /^(\d{1,17}):(.+)$/s;
const LATEST_MICROS = BigInt(Date.UTC(2262, 0, 1)) * 1000n;

/**
 * Reads the cursor that the list's SQL writes: base64url of microseconds since 1970, a colon and the request id.
 * @throws INVALID_ARGUMENT when it is not such a text.
 */
export function readCursor(cursor: string): Position {
  const decoded = /^[\w-]+={0,2}$/.test(cursor) ? Buffer.from(cursor, 'base64url').toString() : '';
  const [, micros = '', requestId = ''] = CURSOR.exec(decoded) ?? [];
  if (micros === '' || BigInt(micros) >= LATEST_MICROS) {
    throw invalidArgument('cursor', "the `cursor` of a row of this operation's answer");
  }
  return { startTime: microsToEngineTime(BigInt(micros)), requestId };
}

/** A page of the traces list, newest first. */
export function listQuery(selection: Selection, limit: number, cursor: string | undefined): Query {
  const condition = selectionCondition(selection);
  const after = cursor === undefined ? undefined : readCursor(cursor);
  // Not a comparison of tuples: the engine skips data only by a condition on the time alone.
  const afterSql = after
    ? `\n  AND t.start_time <= {after_time:DateTime64(6, 'UTC')}
  AND (t.start_time < {after_time:DateTime64(6, 'UTC')} OR t.request_id < {after_id:String})`
    : '';
  return {
    sql: `SELECT ${SUMMARY_COLUMNS.map((column) => `t.${column} AS ${column}`).join(', ')},
  ${TAGS_PREVIEW} AS tags_preview,
  base64URLEncode(concat(toString(toUnixTimestamp64Micro(t.start_time)), ':', t.request_id)) AS cursor
FROM traces AS t
WHERE ${condition.sql}${afterSql}
ORDER BY t.start_time DESC, t.request_id DESC
LIMIT {limit:UInt32}`,
    params: {
      ...condition.params,
      limit,
      ...(after && { after_time: after.startTime, after_id: after.requestId }),
    },
  };
}
