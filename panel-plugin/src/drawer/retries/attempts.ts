import type { TraceDetail } from '../../detail/fetchTrace';

type Attributes = Record<string, unknown>;

/** One try that a span event tells of. */
export interface Attempt {
  /** Its number as the event says, else its place among the events. */
  number: number;
  /** Milliseconds after the request began; null when one of the times cannot be read. */
  afterMs: number | null;
  /** What the event is called. */
  name: string;
  /** Why it was tried again: an error's type or an HTTP status; empty when the event does not say. */
  reason: string;
  /** Milliseconds waited before it, when the event says. */
  waitMs: number | null;
  attributes: Attributes;
}

const RETRY_EVENT = /retr(?:y|ies)|re-?send|attempt/i;
const NUMBER_NAMES = [
  'attempt',
  'attempt_number',
  'retry',
  'retry_count',
  'retry.attempt',
  'http.request.resend_count',
];
const REASON_NAMES = [
  'error.type',
  'exception.type',
  'reason',
  'error',
  'status',
  'http.response.status_code',
  'status_code',
];
const WAIT_MS_NAMES = ['delay_ms', 'wait_ms', 'backoff_ms', 'sleep_ms', 'retry.delay_ms', 'retry_delay_ms'];
const WAIT_S_NAMES = ['delay_s', 'wait_s', 'backoff_s', 'delay_seconds', 'wait_seconds'];

/** The tries that events of the trace's spans tell of, in the order of time. Senders name attributes as they like; the usual names are known. */
export function attemptsOf({ spans, start_time: startTime }: Pick<TraceDetail, 'spans' | 'start_time'>): Attempt[] {
  const startMs = Date.parse(startTime);
  return spans
    .flatMap((span) => span.events ?? [])
    .filter((event) => RETRY_EVENT.test(event.name))
    .sort((a, b) => Date.parse(a.time) - Date.parse(b.time))
    .map((event, index) => {
      const attributes: Attributes = event.attributes ?? {};
      const afterMs = Date.parse(event.time) - startMs;
      return {
        number: firstNumber(attributes, NUMBER_NAMES) ?? index + 1,
        afterMs: Number.isFinite(afterMs) ? afterMs : null,
        name: event.name,
        reason: firstText(attributes, REASON_NAMES),
        waitMs: waitOf(attributes),
        attributes,
      };
    });
}

function waitOf(attributes: Attributes): number | null {
  const seconds = firstNumber(attributes, WAIT_S_NAMES);
  return firstNumber(attributes, WAIT_MS_NAMES) ?? (seconds === undefined ? null : seconds * 1000);
}

function firstNumber(attributes: Attributes, names: readonly string[]): number | undefined {
  return names
    .map((name) => attributes[name])
    .filter((value) => typeof value === 'number' || (typeof value === 'string' && value.trim() !== ''))
    .map(Number)
    .find(Number.isFinite);
}

function firstText(attributes: Attributes, names: readonly string[]): string {
  const value = names
    .map((name) => attributes[name])
    .find((candidate) => typeof candidate === 'string' || typeof candidate === 'number');
  return value === undefined ? '' : `${value}`;
}
