/** A span as tests write it down; everything but the name has a default. */
export interface SpanSketch {
  name: string;
  /** Two hex digits that make the ids of spans and their parents. */
  id: string;
  parent?: string;
  /** Milliseconds after the trace's start, and how long it took. */
  at?: number;
  took?: number;
  attributes?: Record<string, unknown>;
  events?: { name: string; at?: number; attributes?: Record<string, unknown> }[];
  error?: string;
  scope?: string;
}

/** A trace as tests write it down. */
export interface TraceSketch {
  traceId: string;
  service: string;
  startMs: number;
  scope?: string;
  spans: SpanSketch[];
}

/** Id of a span in a sketch. */
export const spanIdOf = (id: string): string => id.padStart(16, '0');

function anyValue(value: unknown): object {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number') return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(anyValue) } };
  return { kvlistValue: { values: keyValues(value as Record<string, unknown>) } };
}

function keyValues(values: Record<string, unknown> = {}): object[] {
  return Object.entries(values).map(([key, value]) => ({ key, value: anyValue(value) }));
}

function spanOf(trace: TraceSketch, span: SpanSketch): object {
  const nanos = (ms: number) => `${BigInt(Math.round((trace.startMs + ms) * 1000)) * 1000n}`;
  const at = span.at ?? 0;
  return {
    traceId: trace.traceId,
    spanId: spanIdOf(span.id),
    ...(span.parent === undefined ? {} : { parentSpanId: spanIdOf(span.parent) }),
    name: span.name,
    kind: 3,
    startTimeUnixNano: nanos(at),
    endTimeUnixNano: nanos(at + (span.took ?? 1000)),
    attributes: keyValues(span.attributes),
    events: (span.events ?? []).map((event) => ({
      name: event.name,
      timeUnixNano: nanos(at + (event.at ?? 0)),
      attributes: keyValues(event.attributes),
    })),
    status: span.error === undefined ? {} : { code: 2, message: span.error },
  };
}

/** OTLP's ExportTraceServiceRequest in JSON for some spans of a trace, by default all. */
export function otlpRequest(trace: TraceSketch, ids?: readonly string[]) {
  const spans = trace.spans.filter(({ id }) => ids === undefined || ids.includes(id));
  return {
    resourceSpans: [
      {
        resource: { attributes: keyValues({ 'service.name': trace.service }) },
        scopeSpans: spans.map((span) => ({
          scope: { name: span.scope ?? trace.scope ?? '', version: '1.0' },
          spans: [spanOf(trace, span)],
        })),
      },
    ],
  };
}
