import type { components } from '../../contract/api.gen.js';
import type { PricedTraceRow, SpanRow } from '../../ingest/rows.js';
import { provenanceOf, workflowAround } from '../../otlp/storedSpans.js';
import type { PayloadSide } from './getSql.js';

type TraceDetail = components['schemas']['TraceDetail'];
type Span = components['schemas']['Span'];
type StoredJson = 'parameters' | 'workflow' | 'provenance' | 'retries' | 'http_request';
/** A row of `traces` but for its payloads. */
export type TraceHeadRow = Omit<PricedTraceRow, 'input_text' | 'output_text' | 'input_json' | 'output_json'>;

/** A value's JSON with more fields whose JSON is stored already: nothing of any size is parsed only to be written again. */
function withStored(value: object, stored: Readonly<Record<string, string>>): string {
  const fields = Object.entries(stored).map(([name, json]) => `,${JSON.stringify(name)}:${json}`);
  return `${JSON.stringify(value).slice(0, -1)}${fields.join('')}}`;
}

function spanJson(row: SpanRow): string {
  const { attributes_json: attributes, events_json: events, ...rest } = row;
  return withStored(
    {
      span_id: rest.span_id,
      parent_span_id: rest.parent_span_id,
      name: rest.name,
      service: rest.service,
      kind: rest.kind,
      start_time: rest.start_time,
      duration_ms: rest.duration_ms,
      status_code: rest.status_code,
      status_message: rest.status_message,
    },
    { attributes, events },
  );
}

/** The request as a span of its own, for traces whose sender gave none. Attribute names are OpenTelemetry's. */
function ownSpan(trace: TraceHeadRow): Span {
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

function errorOf(trace: TraceHeadRow): TraceDetail['error'] {
  const { error_type: type, error_message: message, error_code: code, error_param: param } = trace;
  if (type === '' && message === '' && code === '' && param === '' && trace.error_http_status === null) return null;
  return { type, message, code, param: param === '' ? null : param, http_status: trace.error_http_status };
}

function provenanceJson(trace: TraceHeadRow, spanRows: readonly SpanRow[]): Record<string, string> {
  const provenance = provenanceOf(trace, spanRows);
  return Object.keys(provenance).length === 0 ? {} : { provenance: JSON.stringify(provenance) };
}

/**
 * A stored request as the contract shows it, but for its payloads, as JSON. Times in rows are RFC 3339 already: the
 * engine writes them so.
 */
export function traceHeadJson(trace: TraceHeadRow, spanRows: readonly SpanRow[]): string {
  const spans = spanRows.map(spanJson);
  if (!spanRows.some((span) => span.span_id === trace.span_id)) spans.unshift(JSON.stringify(ownSpan(trace)));
  const head: Omit<TraceDetail, StoredJson | 'spans' | PayloadSide> = {
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
    cost_source: trace.cost_source,
    price_id: trace.price_id,
    price_version: trace.price_version,
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
    tags: trace.tags,
    error: errorOf(trace),
  };
  return withStored(head, {
    parameters: trace.parameters_json || '{}',
    workflow: trace.workflow_json || JSON.stringify(workflowAround(trace, spanRows)),
    ...provenanceJson(trace, spanRows),
    retries: trace.retries_json || 'null',
    http_request: trace.http_request_json || 'null',
    spans: `[${spans.join(',')}]`,
  });
}
