import { microsToEngineTime } from '../ingest/engineTime.js';
import type { SpanRow } from '../ingest/rows.js';
import { spanContents } from '../ingest/spanContents.js';
import { textOf } from '../payload/json.js';
import type { OtlpSpan } from './message/readSpan.js';

function rfc3339(micros: bigint): string {
  return `${microsToEngineTime(micros).replace(' ', 'T')}Z`;
}

/** The row a span is stored as. Its attributes stay whole but for secrets, whatever was made of them for the trace. */
export function toSpanRow(span: OtlpSpan): SpanRow {
  const events = span.events.map(({ name, timeMicros, attributes }) => ({
    name,
    time: rfc3339(timeMicros),
    attributes: Object.fromEntries(attributes),
  }));
  return {
    trace_id: span.traceId,
    span_id: span.spanId,
    parent_span_id: span.parentSpanId,
    name: span.name,
    service: textOf(span.resource.get('service.name')),
    kind: span.kind,
    start_time: microsToEngineTime(span.startMicros),
    duration_ms: span.durationMs,
    status_code: span.statusCode,
    status_message: span.statusMessage,
    ...spanContents(Object.fromEntries(span.attributes), events),
  };
}
