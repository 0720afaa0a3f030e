import { invalidArgument } from '../../errors.js';

/** A place in the order of storing: right after the row that was stored then and has this id. */
export interface TailPosition {
  /** Microseconds since 1970. */
  storedMicros: bigint;
  /** Empty is before all rows of that time. */
  requestId: string;
}

const POSITION = /^(\d{1,17}):(.*)$/s;
const LATEST_MICROS = BigInt(Date.UTC(2262, 0, 1)) * 1000n;

/** The position as an event's `id`, which must be a single line. */
export function writePosition({ storedMicros, requestId }: TailPosition): string {
  return Buffer.from(`${storedMicros}:${requestId}`).toString('base64url');
}

/**
 * Reads what `writePosition` wrote.
 * @param field Where it came in, for the error.
 * @throws INVALID_ARGUMENT when it is no such text.
 */
export function readPosition(text: string, field: string): TailPosition {
  const decoded = /^[\w-]+$/.test(text) ? Buffer.from(text, 'base64url').toString() : '';
  const [, micros = '', requestId = ''] = POSITION.exec(decoded) ?? [];
  if (micros === '' || BigInt(micros) >= LATEST_MICROS) throw invalidArgument(field, 'the `id` of an event of a tail');
  return { storedMicros: BigInt(micros), requestId };
}
