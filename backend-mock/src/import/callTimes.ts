import { objectOf, type JsonObject } from '../payload/json.js';
import { RefusedCall, type RecordedCall } from './record.js';

/** Unix times above this are milliseconds: as seconds they would lie beyond the year 5000. */
const LARGEST_SECONDS = 1e11;

function unixMs(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{9,14}$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number) && number > 0) {
    return number > LARGEST_SECONDS ? number : number * 1000;
  }
  const parsed = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(parsed) ? undefined : parsed;
}

/**
 * When the request started: the answer's Date header less the processing time; without it the time the answer itself
 * says it was created. A call that says neither is refused: no time is made up.
 *
 * @throws RefusedCall
 */
export function startTimeOf(call: RecordedCall, body: JsonObject): Date {
  const answered = call.date === null ? undefined : unixMs(call.date);
  if (answered !== undefined) {
    return new Date(answered - (call.processingMs ?? 0));
  }
  const created = unixMs(body['created'] ?? body['created_at'] ?? objectOf(body['response'])['created_at']);
  if (created === undefined) {
    throw new RefusedCall('no time: neither a Date header nor a creation time in the answer');
  }
  return new Date(created);
}
