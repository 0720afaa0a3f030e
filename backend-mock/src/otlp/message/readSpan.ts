import { invalidArgument } from '../../errors.js';
import { EXPECTED_START, EXPECTED_TIME, isTooFarAhead, LATEST_YEAR } from '../../ingest/engineTime.js';
import type { JsonObject } from '../../payload/json.js';
import { objectOf } from '../../payload/json.js';
import { readAttributes, type Attributes } from './anyValue.js';
import { hexId, member, message, messageList, optionalHexId, optionalText, unixNano } from './fields.js';

/** An event of a span. */
export interface OtlpEvent {
  name: string;
  timeMicros: bigint;
  attributes: Attributes;
}

/** A span that was read without fault. Times are microseconds since 1970. */
export interface OtlpSpan {
  traceId: string;
  spanId: string;
  /** '' for a root span. */
  parentSpanId: string;
  name: string;
  kind: string;
  startMicros: bigint;
  durationMs: number;
  attributes: Attributes;
  events: OtlpEvent[];
  statusCode: 'unset' | 'ok' | 'error';
  statusMessage: string;
  /** Attributes of the resource that sent it. */
  resource: Attributes;
  /** Name of the instrumentation that made it; '' when not said. */
  scope: string;
}

/** What a span has in common with the others of its group. */
export interface SpanOrigin {
  resource: Attributes;
  scope: string;
}

const KINDS = ['', 'internal', 'server', 'client', 'producer', 'consumer'] as const;
const STATUS_CODES = ['unset', 'ok', 'error'] as const;
const LATEST_NANOS = BigInt(Date.UTC(LATEST_YEAR + 1, 0, 1)) * 1_000_000n;

/** An enum by number or, as proto3's JSON allows, by name. Values of later protocol versions count as the first. */
function enumValue<T extends string>(values: readonly [T, ...T[]], prefix: string, value: unknown): T {
  const byName =
    typeof value === 'string' ? values.find((name) => `${prefix}${name.toUpperCase()}` === value) : undefined;
  return byName ?? (typeof value === 'number' ? values[value] : undefined) ?? values[0];
}

function time(source: JsonObject, name: string, path: string): bigint {
  const nanos = unixNano(source, name, path);
  if (nanos >= LATEST_NANOS) {
    throw invalidArgument(`${path}${name}`, EXPECTED_TIME);
  }
  return nanos;
}

function readEvent(value: unknown, path: string): OtlpEvent {
  const event = message(value, path);
  return {
    name: optionalText(event, 'name', `${path}.`),
    timeMicros: time(event, 'timeUnixNano', `${path}.`) / 1000n,
    attributes: readAttributes(event, `${path}.`),
  };
}

/**
 * Reads one span of a request.
 *
 * @param path The span's path, e.g. `resourceSpans[0].scopeSpans[0].spans[2]`.
 * @throws INVALID_ARGUMENT naming the field at fault.
 */
export function readSpan(value: unknown, origin: SpanOrigin, path: string): OtlpSpan {
  const span = message(value, path);
  const at = `${path}.`;
  const start = time(span, 'startTimeUnixNano', at);
  if (isTooFarAhead(Number(start / 1_000_000n))) throw invalidArgument(`${at}startTimeUnixNano`, EXPECTED_START);
  const end = time(span, 'endTimeUnixNano', at);
  if (end < start) {
    throw invalidArgument(`${at}endTimeUnixNano`, 'not before startTimeUnixNano');
  }
  const status = objectOf(member(span, 'status'));
  return {
    traceId: hexId(span, 'traceId', at, 16),
    spanId: hexId(span, 'spanId', at, 8),
    parentSpanId: optionalHexId(span, 'parentSpanId', at, 8),
    name: optionalText(span, 'name', at),
    kind: enumValue(KINDS, 'SPAN_KIND_', member(span, 'kind')),
    startMicros: start / 1000n,
    durationMs: Number(end - start) / 1e6,
    attributes: readAttributes(span, at),
    events: messageList(span, 'events', at).map((event, index) => readEvent(event, `${at}events[${index}]`)),
    statusCode: enumValue(STATUS_CODES, 'STATUS_CODE_', member(status, 'code')),
    statusMessage: optionalText(status, 'message', `${at}status.`),
    ...origin,
  };
}
