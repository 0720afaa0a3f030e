import type { components } from '../contract/api.gen.js';
import { invalidArgument } from '../errors.js';
import { EXPECTED_TIME, toEngineTime } from './engineTime.js';
import type { SpanRow, TraceRow } from './rows.js';
import { spanContents } from './spanContents.js';

type Span = components['schemas']['Span'];

/**
 * The rows of the spans that came with a trace.
 * @throws INVALID_ARGUMENT naming the span's field, e.g. `spans[2].start_time`.
 */
export function toSpanRows(spans: readonly Span[], trace: TraceRow): SpanRow[] {
  return spans.map((span, index) => {
    const startTime = toEngineTime(span.start_time);
    if (startTime === undefined) throw invalidArgument(`spans[${index}].start_time`, EXPECTED_TIME);
    const badEvent = span.events?.findIndex((event) => toEngineTime(event.time) === undefined) ?? -1;
    if (badEvent >= 0) throw invalidArgument(`spans[${index}].events[${badEvent}].time`, EXPECTED_TIME);
    return {
      trace_id: trace.trace_id,
      span_id: span.span_id,
      parent_span_id: span.parent_span_id ?? '',
      name: span.name,
      service: span.service ?? '',
      kind: span.kind ?? '',
      start_time: startTime,
      duration_ms: span.duration_ms,
      status_code: span.status_code ?? 'unset',
      status_message: span.status_message ?? '',
      ...spanContents(span.attributes ?? {}, span.events ?? []),
    };
  });
}
