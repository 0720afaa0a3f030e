import { dateTime, type TimeRange } from '@grafana/data';
import type { PanelTarget } from '../frames/frameOrigin';
import { whyNotLive } from './whyNotLive';

/** As in the data source's live lists: a clock that is this much behind the trace server's hides no trace. */
const LATE_CLOCK_MS = 60_000;

/** Whether new traces come into the list; a query that wants them does not get them in every range. */
export function isFollowed(target: PanelTarget, range: TimeRange): boolean {
  return target.live === true && whyNotLive(target, range) === undefined;
}

/**
 * The range of a live list at a moment: one that ends now moves on while the list is followed, by the data source's own
 * rule. A range whose end is yet to come, such as today, stays where it is.
 */
export function liveRange({ raw, from, to }: TimeRange, nowMs: number): TimeRange {
  const elapsedMs = Math.max(0, nowMs - to.valueOf());
  const end = Math.max(nowMs, to.valueOf()) + LATE_CLOCK_MS;
  return { raw, from: dateTime(from.valueOf() + elapsedMs), to: dateTime(end) };
}
