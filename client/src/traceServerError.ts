import type { components } from './contract/api.gen.js';

type ErrorAnswer = components['schemas']['ErrorAnswer'];

/**
 * A code of the contract, or one of the client's own: `UNREACHABLE` (no answer came, or it broke off),
 * `UNEXPECTED_ANSWER` (something that is no trace server answered), `INCOMPLETE_EXPORT` (what arrived is not what the
 * server sent).
 */
export type TraceServerErrorCode =
  components['schemas']['ErrorCode'] | 'UNREACHABLE' | 'UNEXPECTED_ANSWER' | 'INCOMPLETE_EXPORT';

interface ErrorDetails {
  status?: number | undefined;
  field?: string | undefined;
  expected?: string | undefined;
  position?: number | undefined;
  length?: number | undefined;
  retryAfterSeconds?: number | undefined;
  cause?: unknown;
}

/** Why a call has no answer. The message is a sentence for people; it never carries keys or contents of traces. */
export class TraceServerError extends Error {
  readonly code: TraceServerErrorCode;
  /** HTTP status; undefined when no answer came. */
  readonly status: number | undefined;
  /** Path of the field at fault, e.g. `traces[3].status`. */
  readonly field: string | undefined;
  /** What the field takes. */
  readonly expected: string | undefined;
  /** Where in the field's text the fault is, in UTF-16 code units; for texts in the query language. */
  readonly position: number | undefined;
  /** How much of the text is at fault, from `position`. */
  readonly length: number | undefined;
  /** Seconds after which the same call may succeed. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: TraceServerErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'TraceServerError';
    this.code = code;
    this.status = details.status;
    this.field = details.field;
    this.expected = details.expected;
    this.position = details.position;
    this.length = details.length;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

function isErrorAnswer(body: unknown): body is ErrorAnswer {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false;
  const { error } = body;
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}

/** `Retry-After` in seconds, whether it holds seconds or a date (RFC 9110, 10.2.3). */
function retryAfterSeconds(headers: Headers): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : Math.max(0, (time - Date.now()) / 1000);
}

/** The error of an answer whose status is no success. */
export function errorOfAnswer(response: Response, body: unknown, baseUrl: URL): TraceServerError {
  const details = { status: response.status, retryAfterSeconds: retryAfterSeconds(response.headers) };
  if (isErrorAnswer(body)) {
    const { code, message, ...fault } = body.error;
    return new TraceServerError(code, message, { ...details, ...fault });
  }
  return new TraceServerError(
    'UNEXPECTED_ANSWER',
    `What answers at ${baseUrl.origin} is not a trace server, or its answer is cut off (HTTP ${response.status}).`,
    details,
  );
}

/** The error for a call without a whole answer; the caller's own abort stays what it is. */
export function errorOfFailure(failure: unknown, baseUrl: URL): unknown {
  if (failure instanceof TraceServerError) return failure;
  if (failure instanceof Error && failure.name === 'AbortError') return failure;
  // A body that is nested too deeply to be written: the caller's data, not the server.
  if (failure instanceof RangeError) return failure;
  if (failure instanceof SyntaxError) {
    return new TraceServerError('UNEXPECTED_ANSWER', `What answers at ${baseUrl.origin} is not a trace server.`, {
      cause: failure,
    });
  }
  return new TraceServerError(
    'UNREACHABLE',
    `The trace server at ${baseUrl.origin} cannot be reached. Is it running?`,
    { cause: failure },
  );
}
