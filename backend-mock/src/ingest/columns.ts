import type { ColumnKind } from './rowBinary.js';
import type { PricedTraceRow, ReplicaChangeRow, SpanRow } from './rows.js';

// How each column is written (see `rowBinary.ts`), by its type in store/migrations. Written as records so that the compiler refuses a row field that is missing here.
const trace: Record<keyof PricedTraceRow, ColumnKind> = {
  request_id: 'text',
  trace_id: 'text',
  span_id: 'text',
  start_time: 'time',
  duration_ms: 'nullableFloat64',
  status: 'text',
  model: 'text',
  response_model: 'text',
  model_type: 'text',
  provider: 'text',
  operation: 'text',
  deployment: 'text',
  deployment_version: 'text',
  connection: 'text',
  source_type: 'text',
  source: 'text',
  user_id: 'text',
  gateway: 'text',
  response_id: 'text',
  conversation_id: 'text',
  input_tokens: 'nullableUInt32',
  output_tokens: 'nullableUInt32',
  cached_input_tokens: 'nullableUInt32',
  cache_write_tokens: 'nullableUInt32',
  reasoning_tokens: 'nullableUInt32',
  cost_usd: 'nullableFloat64',
  cost_source: 'text',
  price_id: 'text',
  price_version: 'uint32',
  credits: 'nullableFloat64',
  finish_reason: 'text',
  streamed: 'bool',
  cache_status: 'text',
  queue_ms: 'nullableFloat64',
  network_ms: 'nullableFloat64',
  ttft_ms: 'nullableFloat64',
  generation_ms: 'nullableFloat64',
  error_type: 'text',
  error_message: 'text',
  error_code: 'text',
  error_param: 'text',
  error_http_status: 'nullableUInt16',
  input_preview: 'text',
  output_preview: 'text',
  tags: 'textMap',
  input_text: 'text',
  output_text: 'text',
  input_json: 'text',
  output_json: 'text',
  parameters_json: 'text',
  workflow_json: 'text',
  retries_json: 'text',
  http_request_json: 'text',
};

const span: Record<keyof SpanRow, ColumnKind> = {
  trace_id: 'text',
  span_id: 'text',
  parent_span_id: 'text',
  name: 'text',
  service: 'text',
  kind: 'text',
  start_time: 'time',
  duration_ms: 'float64',
  status_code: 'text',
  status_message: 'text',
  attributes_json: 'text',
  events_json: 'text',
};

const replicaChange: Record<keyof ReplicaChangeRow, true> = {
  model: true,
  model_type: true,
  deployment: true,
  deployment_version: true,
  hardware: true,
  time: true,
  replicas: true,
  max_replicas: true,
};

/** How the columns of the two large tables are written, in the order inserts name them. */
export const TRACE_COLUMN_KINDS: Readonly<Record<string, ColumnKind>> = trace;
export const SPAN_COLUMN_KINDS: Readonly<Record<string, ColumnKind>> = span;

/** Columns of the tables in the order inserts name them. */
export const TRACE_COLUMNS = Object.keys(trace);
export const SPAN_COLUMNS = Object.keys(span);
export const REPLICA_CHANGE_COLUMNS = Object.keys(replicaChange);
