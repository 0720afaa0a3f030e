/** Columns of a TraceSummary that are stored; `tags_preview`, `match_preview` and `cursor` are computed. */
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

/** The columns of a TraceSummary of `traces AS t`. Payloads are not among them, and are read only to tell where a text is. */
export function summarySql(cursor: string, match: string): string {
  return `${SUMMARY_COLUMNS.map((column) => `t.${column} AS ${column}`).join(', ')},
  ${TAGS_PREVIEW} AS tags_preview,
  ${match} AS match_preview,
  ${cursor} AS cursor`;
}
