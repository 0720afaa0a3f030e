import type { components } from './contract/api.gen.js';
import { ERROR_STATUS } from './contract/constants.gen.js';

/** Codes of the contract. */
export type ErrorCode = components['schemas']['ErrorCode'];
type ErrorAnswer = components['schemas']['ErrorAnswer'];

/** Characters of a field's path that are shown; names and depth come from the sender. */
export const LONGEST_FIELD = 300;

interface ErrorDetails {
  /** Path of the field, e.g. `traces[3].status`. */
  field?: string;
  /** What the field takes. */
  expected?: string;
  /** Where in the field's text the fault is, in UTF-16 code units, and how long it is. */
  span?: { position: number; length: number };
  /** Seconds after which the same request may succeed. */
  retryAfterSeconds?: number;
  cause?: unknown;
}

/** An error with a code of the contract. Its message is shown to callers: it never carries contents, SQL or keys. */
export class CodedError extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly expected: string | undefined;
  readonly span: { position: number; length: number } | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'CodedError';
    this.code = code;
    this.field = details.field;
    this.expected = details.expected;
    this.span = details.span;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }

  /** HTTP status of the code. */
  get status(): number {
    return ERROR_STATUS[this.code];
  }

  /** The body of the error answer. */
  toAnswer(): ErrorAnswer {
    return {
      error: {
        code: this.code,
        message: this.message,
        ...(this.field === undefined ? {} : { field: this.field }),
        ...(this.expected === undefined ? {} : { expected: this.expected }),
        ...this.span,
      },
    };
  }

  /** The same error about a field that lies inside `parent`, e.g. `traces[3]`. */
  within(parent: string): CodedError {
    return this.about(this.field === undefined ? parent : `${parent}.${this.field}`);
  }

  /** The same error about another field. */
  about(field: string): CodedError {
    if (this.code === 'INVALID_ARGUMENT' && this.expected !== undefined && !this.span)
      return invalidArgument(field, this.expected);
    return new CodedError(this.code, this.message, {
      field,
      ...(this.expected !== undefined && { expected: this.expected }),
      ...(this.span && { span: this.span }),
      ...(this.retryAfterSeconds !== undefined && { retryAfterSeconds: this.retryAfterSeconds }),
      cause: this.cause,
    });
  }
}

/** A field that does not hold what it takes. */
export function invalidArgument(path: string, expected: string): CodedError {
  const field = path.length > LONGEST_FIELD ? `${path.slice(0, LONGEST_FIELD - 1)}…` : path;
  return new CodedError('INVALID_ARGUMENT', `${field} must be ${expected}.`, { field, expected });
}
