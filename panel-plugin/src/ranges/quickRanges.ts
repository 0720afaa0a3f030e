import type { RawTimeRange } from '@grafana/data';

/** Ranges of the menu, in its order. */
export const QUICK_RANGES = [
  'today',
  'yesterday',
  'this-week',
  'this-month',
  'last-month',
  'last-30-days',
  'last-90-days',
  'this-year',
  'last-year',
  'all-time',
] as const;

export type QuickRange = (typeof QUICK_RANGES)[number];

/** As Grafana writes them, so that its time picker names them, and a refresh tomorrow shows tomorrow's range. */
export const RAW_RANGES: Readonly<Record<Exclude<QuickRange, 'all-time'>, { from: string; to: string }>> = {
  today: { from: 'now/d', to: 'now/d' },
  yesterday: { from: 'now-1d/d', to: 'now-1d/d' },
  'this-week': { from: 'now/w', to: 'now/w' },
  'this-month': { from: 'now/M', to: 'now/M' },
  'last-month': { from: 'now-1M/M', to: 'now-1M/M' },
  'last-30-days': { from: 'now-30d', to: 'now' },
  'last-90-days': { from: 'now-90d', to: 'now' },
  'this-year': { from: 'now/y', to: 'now/y' },
  'last-year': { from: 'now-1y/y', to: 'now-1y/y' },
};

/** For all time where nobody knows the oldest trace. */
const LONG_AGO = 'now-20y';

/** From the oldest trace until now, also tomorrow. */
export function allTime(oldestMs: number | undefined): { from: string; to: string } {
  return { from: oldestMs === undefined ? LONG_AGO : String(oldestMs), to: 'now' };
}

/** Which one a chosen range is, if any. */
export function quickRangeOf(raw: RawTimeRange): QuickRange | undefined {
  return QUICK_RANGES.find(
    (name) => name !== 'all-time' && RAW_RANGES[name].from === raw.from && RAW_RANGES[name].to === raw.to
  );
}

/** Milliseconds by which a range to a trace reaches beyond it, so that the trace itself is in it. */
const BEYOND_MS = 60_000;

/** A range as long as another one that ends with a trace. Times are milliseconds since 1970. */
export function rangeEndingWith(traceMs: number, lengthMs: number): { from: string; to: string } {
  const to = traceMs + BEYOND_MS;
  return { from: String(to - Math.max(lengthMs, 2 * BEYOND_MS)), to: String(to) };
}
