/** What a duration field takes, in words. */
export const EXPECTED_DURATION = 'a duration such as 250ms, 1.5s, 2m, 1m30s or 0:01:500 (minutes:seconds:milliseconds)';

const MS: Readonly<Record<string, number>> = {
  us: 0.001,
  µs: 0.001,
  ms: 1,
  s: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
const CLOCK = /^(\d{1,9}):(\d{1,9}):(\d{1,9})$/;
const PLAIN = /^(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const UNITS = /^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:us|µs|ms|min|s|m|h|d))+$/;
const UNIT = /(\d+(?:\.\d*)?|\.\d+)(us|µs|ms|min|s|m|h|d)/g;

/** Rounded to a nanosecond: 0.1 s + 0.2 s is 300 ms. */
const rounded = (milliseconds: number) => Math.round(milliseconds * 1e6) / 1e6;

/** Milliseconds of a duration; a number without unit is milliseconds. Undefined when it is none. */
export function durationMs(text: string): number | undefined {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return finite(Number(lower));
  const [, minutes, seconds, milliseconds] = CLOCK.exec(lower) ?? [];
  if (minutes !== undefined) return Number(minutes) * 60_000 + Number(seconds) * 1000 + Number(milliseconds);
  if (!UNITS.test(lower)) return undefined;
  const sum = [...lower.matchAll(UNIT)].reduce(
    (total, [, count, unit]) => total + Number(count) * (MS[unit ?? ''] ?? 0),
    0,
  );
  return finite(rounded(sum));
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
