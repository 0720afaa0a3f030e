const RFC3339 = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)$/;

/** Earliest and latest time the engine keeps, with room on both sides for time zones. */
export const EARLIEST_YEAR = 1970;
export const LATEST_YEAR = 2261;

/** What a time field takes, in words for an error answer. */
export const EXPECTED_TIME = `an RFC 3339 time with zone between ${EARLIEST_YEAR} and ${LATEST_YEAR}, e.g. 2026-11-21T08:00:00Z`;

/** Starts further ahead of the server's clock are refused: a clock that is this wrong makes partitions nobody asked for. */
const FURTHEST_AHEAD_MS = 5 * 366 * 86_400_000;

/** What a start takes, in words for an error answer. */
export const EXPECTED_START = "at most 5 years ahead of the server's clock";

/** Whether something is said to have started further ahead than can be. */
export function isTooFarAhead(startMs: number): boolean {
  return startMs > Date.now() + FURTHEST_AHEAD_MS;
}

/** Whether there is such a day; JavaScript's dates would turn February 30 into March 2. */
function isDay(date: string): boolean {
  // Every month has these.
  if (/-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/.test(date)) return true;
  const midnight = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date);
}

/**
 * Turns an RFC 3339 time into the engine's UTC text with microseconds (digits beyond are cut).
 * Undefined when the text is no such time or outside the years the engine keeps.
 */
export function toEngineTime(rfc3339: string): string | undefined {
  const [, date, clock, fraction, zone] = RFC3339.exec(rfc3339) ?? [];
  if (date === undefined || clock === undefined || zone === undefined || !isDay(date)) return undefined;
  // A leap second is a valid RFC 3339 second that no clock of the engine has; it becomes the second before.
  const time = new Date(`${date}T${clock.replace(/60$/, '59')}${zone.toUpperCase()}`);
  const utcYear = time.getUTCFullYear();
  if (Number.isNaN(utcYear) || utcYear < EARLIEST_YEAR || utcYear > LATEST_YEAR) return undefined;
  return `${time.toISOString().slice(0, 19).replace('T', ' ')}.${(fraction ?? '').slice(0, 6).padEnd(6, '0')}`;
}

/** Turns microseconds since 1970 into the engine's UTC text. */
export function microsToEngineTime(micros: bigint): string {
  const milliseconds = Number(micros / 1000n);
  const rest = (micros % 1_000_000n).toString().padStart(6, '0');
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')}.${rest}`;
}

/** Turns the engine's UTC text into RFC 3339. */
export function fromEngineTime(engineTime: string): string {
  return `${engineTime.replace(' ', 'T')}Z`;
}
