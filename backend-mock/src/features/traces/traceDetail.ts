import type { components } from '../../contract/api.gen.js';
import type { SpanRow, TraceRow } from '../../ingest/rows.js';

type TraceDetail = components['schemas']['TraceDetail'];
type Span = components['schemas']['Span'];
type Json = Record<string, unknown>;

function parsed(json: string): Json | null {
  return json === '' ? null : (JSON.parse(json) as Json);
}

function toSpan(row: SpanRow): Span {
  return {
    span_id: row.span_id,
    parent_span_id: row.parent_span_id,
    name: row.name,
    service: row.service,
    kind: row.kind,
    start_time: row.start_time,
    duration_ms: row.duration_ms,
    status_code: row.status_code as NonNullable<Span['status_code']>,
    status_message: row.status_message,
    attributes: JSON.parse(row.attributes_json) as NonNullable<Span['attributes']>,
    events: JSON.parse(row.events_json) as NonNullable<Span['events']>,
  };
}

/** The request as a span of its own, for traces whose sender gave none. Attribute names are OpenTelemetry's. */
function ownSpan(trace: TraceRow): Span {
  const attributes = Object.fromEntries(
    Object.entries({
      'gen_ai.operation.name': trace.operation,
      'gen_ai.provider.name': trace.provider,
      'gen_ai.request.model': trace.model,
      'gen_ai.response.model': trace.response_model,
      'gen_ai.usage.input_tokens': trace.input_tokens,
      'gen_ai.usage.output_tokens': trace.output_tokens,
      'error.type': trace.error_type,
    }).filter(([, value]) => value !== '' && value !== null),
  );
  return {
    span_id: trace.span_id,
    parent_span_id: '',
    name: `${trace.operation} ${trace.model}`.trim(),
    service: '',
    kind: 'client',
    start_time: trace.start_time,
    duration_ms: trace.duration_ms ?? 0,
    status_code: trace.status === 'success' ? 'ok' : 'error',
    status_message: trace.error_message,
    attributes: attributes as NonNullable<Span['attributes']>,
    events: [],
  };
}

function errorOf(trace: TraceRow): TraceDetail['error'] {
  const { error_type: type, error_message: message, error_code: code, error_param: param } = trace;
  if (type === '' && message === '' && code === '' && param === '' && trace.error_http_status === null) return null;
  return { type, message, code, param: param === '' ? null : param, http_status: trace.error_http_status };
}

/** A stored request as the contract shows it. Times in rows are RFC 3339 already: the engine writes them so. */
export function toTraceDetail(trace: TraceRow, spanRows: readonly SpanRow[]): TraceDetail {
  const spans = spanRows.map(toSpan);
  if (!spans.some((span) => span.span_id === trace.span_id)) spans.unshift(ownSpan(trace));
  return {
    request_id: trace.request_id,
    trace_id: trace.trace_id,
    span_id: trace.span_id,
    status: trace.status as TraceDetail['status'],
    start_time: trace.start_time,
    duration_ms: trace.duration_ms,
    model: trace.model,
    response_model: trace.response_model,
    model_type: trace.model_type as TraceDetail['model_type'],
    provider: trace.provider,
    operation: trace.operation,
    deployment: trace.deployment,
    deployment_version: trace.deployment_version,
    connection: trace.connection,
    source_type: trace.source_type,
    source: trace.source,
    user_id: trace.user_id,
    gateway: trace.gateway,
    response_id: trace.response_id,
    conversation_id: trace.conversation_id,
    input_tokens: trace.input_tokens,
    output_tokens: trace.output_tokens,
    cached_input_tokens: trace.cached_input_tokens,
    cache_write_tokens: trace.cache_write_tokens,
    reasoning_tokens: trace.reasoning_tokens,
    cost_usd: trace.cost_usd,
    credits: trace.credits,
    finish_reason: trace.finish_reason,
    streamed: trace.streamed,
    cache_status: trace.cache_status,
    timing: {
      queue_ms: trace.queue_ms,
      network_ms: trace.network_ms,
      ttft_ms: trace.ttft_ms,
      generation_ms: trace.generation_ms,
    },
    parameters: (parsed(trace.parameters_json) ?? {}) as TraceDetail['parameters'],
    tags: trace.tags,
    workflow: parsed(trace.workflow_json),
    error: errorOf(trace),
    retries: parsed(trace.retries_json),
    http_request: parsed(trace.http_request_json),
    input: { text: trace.input_text, json: trace.input_json },
    output: { text: trace.output_text, json: trace.output_json },
    spans,
  };
}
