import type { FieldName } from '../ast.js';

/** How a field's value is read from a row of `traces AS t`. */
export interface FieldSql {
  sql: string;
  columns: readonly string[];
  /** Whether the value may be NULL, which stands for "not known". */
  isNullable: boolean;
}

const text = (column: string): FieldSql => ({ sql: `t.${column}`, columns: [column], isNullable: false });
const number = (column: string): FieldSql => ({ sql: `t.${column}`, columns: [column], isNullable: true });
const workflow = (member: string): FieldSql => ({
  sql: `JSONExtractString(t.workflow_json, '${member}')`,
  columns: ['workflow_json'],
  isNullable: false,
});

/** Every field of the query language in SQL. */
export const FIELD_SQL: Readonly<Record<FieldName, FieldSql>> = {
  request_id: text('request_id'),
  status: text('status'),
  start_time: text('start_time'),
  duration_ms: number('duration_ms'),
  model: text('model'),
  model_type: text('model_type'),
  response_model: text('response_model'),
  provider: text('provider'),
  operation: text('operation'),
  deployment: text('deployment'),
  deployment_version: text('deployment_version'),
  connection: text('connection'),
  source_type: text('source_type'),
  source: text('source'),
  user_id: text('user_id'),
  gateway: text('gateway'),
  conversation_id: text('conversation_id'),
  response_id: text('response_id'),
  trace_id: text('trace_id'),
  span_id: text('span_id'),
  input: text('input_text'),
  output: text('output_text'),
  input_tokens: number('input_tokens'),
  output_tokens: number('output_tokens'),
  total_tokens: {
    sql: 'if(isNull(t.input_tokens) AND isNull(t.output_tokens), NULL, ifNull(t.input_tokens, 0) + ifNull(t.output_tokens, 0))',
    columns: ['input_tokens', 'output_tokens'],
    isNullable: true,
  },
  cached_input_tokens: number('cached_input_tokens'),
  cache_write_tokens: number('cache_write_tokens'),
  reasoning_tokens: number('reasoning_tokens'),
  cost_usd: number('cost_usd'),
  credits: number('credits'),
  ttft_ms: number('ttft_ms'),
  queue_ms: number('queue_ms'),
  network_ms: number('network_ms'),
  generation_ms: number('generation_ms'),
  streamed: text('streamed'),
  cache_status: text('cache_status'),
  finish_reason: text('finish_reason'),
  error_type: text('error_type'),
  error_code: text('error_code'),
  error_message: text('error_message'),
  error_param: text('error_param'),
  http_status: number('error_http_status'),
  retries: {
    sql: "JSONExtract(t.retries_json, 'count', 'Nullable(UInt32)')",
    columns: ['retries_json'],
    isNullable: true,
  },
  workflow: workflow('name'),
  workflow_run: workflow('run_id'),
  workflow_node: workflow('node_id'),
};
