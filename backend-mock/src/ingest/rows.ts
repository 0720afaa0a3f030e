/**
 * Rows as the tables of store/migrations hold them. Texts are empty and numbers null where not known.
 * Times are UTC in the engine's text form `YYYY-MM-DD hh:mm:ss.ffffff` (see `toEngineTime`).
 */

/** A row of `traces`: one model request with its answer. */
export interface TraceRow {
  request_id: string;
  /** 32 hex digits; derived from the request id when the sender gave none. */
  trace_id: string;
  /** 16 hex digits; derived from the request id when the sender gave none. */
  span_id: string;
  start_time: string;
  duration_ms: number | null;
  status: string;
  model: string;
  response_model: string;
  model_type: string;
  provider: string;
  operation: string;
  deployment: string;
  deployment_version: string;
  connection: string;
  source_type: string;
  source: string;
  user_id: string;
  gateway: string;
  response_id: string;
  conversation_id: string;
  input_tokens: number | null;
  output_tokens: number | null;
  cached_input_tokens: number | null;
  cache_write_tokens: number | null;
  reasoning_tokens: number | null;
  cost_usd: number | null;
  credits: number | null;
  finish_reason: string;
  streamed: boolean;
  cache_status: string;
  queue_ms: number | null;
  network_ms: number | null;
  ttft_ms: number | null;
  generation_ms: number | null;
  error_type: string;
  error_message: string;
  error_code: string;
  error_param: string;
  error_http_status: number | null;
  /** First 200 characters of `input_text`. */
  input_preview: string;
  /** First 200 characters of `output_text`. */
  output_preview: string;
  tags: Record<string, string>;
  input_text: string;
  output_text: string;
  /** The payload as JSON text; empty when only text was given. */
  input_json: string;
  output_json: string;
  parameters_json: string;
  /** JSON text, empty when not given. */
  workflow_json: string;
  retries_json: string;
  http_request_json: string;
}

/** Where a cost is from, which is decided when a row is stored. */
export interface CostOrigin {
  /** `sent` by the caller, `priced` by the price table, or empty: there is no cost. */
  cost_source: '' | 'sent' | 'priced';
  /** The price that made the cost; empty when none did. */
  price_id: string;
  /** Version of the price table in which the price got the form that was used; 0 when none was. */
  price_version: number;
}

/** A row of `traces` as it is stored. */
export type PricedTraceRow = TraceRow & CostOrigin;

/** A row of `spans`. */
export interface SpanRow {
  trace_id: string;
  span_id: string;
  parent_span_id: string;
  name: string;
  service: string;
  /** internal, server, client, producer or consumer; empty when not known. */
  kind: string;
  start_time: string;
  duration_ms: number;
  /** unset, ok or error. */
  status_code: string;
  status_message: string;
  /** JSON object. */
  attributes_json: string;
  /** JSON array of `SpanEvent`. */
  events_json: string;
}

/** A row of `replica_changes`. */
export interface ReplicaChangeRow {
  model: string;
  model_type: string;
  deployment: string;
  deployment_version: string;
  hardware: string;
  time: string;
  replicas: number;
  /** 0 when not known. */
  max_replicas: number;
}

/** A trace together with the spans that belong to it alone; a duplicate trace drops its spans too. */
export interface TraceWithSpans {
  trace: TraceRow;
  spans: SpanRow[];
}

/** What is stored as one unit: all of it, or an error. */
export interface IngestBatch {
  traces: TraceWithSpans[];
  /** Spans of OpenTelemetry traces that do not depend on a request being new; one that is sent again changes nothing. */
  spans: SpanRow[];
}

/** What became of a stored batch; counts requests, not spans. */
export interface IngestCounts {
  accepted: number;
  duplicates: number;
}

/** The same, with which request of the batch was stored before. */
export interface StoredBatch extends IngestCounts {
  /** For each trace of the batch, in its order, whether it was stored already. */
  areDuplicates: readonly boolean[];
}
