import { dateTimeFormat, formattedValueToString, getValueFormat } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';

/** Stands where a value is not known. */
const UNKNOWN = '–';

/** `2.53 s`, `812 ms`: Grafana's own unit steps, three significant digits. */
export function formatDuration(durationMs: number | null | undefined): string {
  return format(durationMs, 'ms');
}

/** Costs of single requests are often far below a cent, so small ones keep their digits. */
export function formatCost(costUsd: number | null | undefined): string {
  if (costUsd === null || costUsd === undefined) {
    return UNKNOWN;
  }
  return costUsd !== 0 && Math.abs(costUsd) < 0.01
    ? `$${Number(costUsd.toPrecision(2))}`
    : `$${costUsd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

/** A whole count with thousands separators. */
export function formatCount(count: number | null | undefined): string {
  return count === null || count === undefined ? UNKNOWN : count.toLocaleString('en-US');
}

/** Local time in the dashboard's time zone. */
export function formatTime(
  timeMs: number | null,
  timeZone: TimeZone,
  precision: 'second' | 'millisecond' = 'second'
): string {
  return timeMs === null ? UNKNOWN : dateTimeFormat(timeMs, { timeZone, defaultWithMS: precision === 'millisecond' });
}

function format(value: number | null | undefined, unit: string): string {
  return value === null || value === undefined ? UNKNOWN : formattedValueToString(getValueFormat(unit)(value));
}
