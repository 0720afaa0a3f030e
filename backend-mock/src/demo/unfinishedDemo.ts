import type { Store } from '../store/store.js';
import { type DemoRequest, runPrefix } from './demoPlan.js';

const HOUR_MS = 3_600_000;
/** How far back a demo may have been begun that is gone on with. */
const HOURS_BACK = 7 * 24;

/** The full hour that a time lies in. */
export function lastFullHour(time: Date): Date {
  return new Date(Math.floor(time.getTime() / HOUR_MS) * HOUR_MS);
}

/**
 * The end of a demo for which none was given: that of the latest demo of the last week with the same traces, seed and
 * days, so that the same command goes on where it was stopped; otherwise the last full hour.
 */
export async function endOfDemo(store: Store, request: Omit<DemoRequest, 'until'>, now: Date): Promise<Date> {
  const ends = Array.from(
    { length: HOURS_BACK },
    (_, hours) => new Date(lastFullHour(now).getTime() - hours * HOUR_MS),
  );
  const prefixes = ends.map((until) => runPrefix({ ...request, until }));
  const rows = await store.rows<{ prefix: string }>({
    sql: `SELECT DISTINCT substring(request_id, 6, {length:UInt8}) AS prefix FROM traces
WHERE startsWith(request_id, 'demo-') AND prefix IN {prefixes:Array(String)}`,
    params: { prefixes, length: prefixes[0]?.length ?? 0 },
  });
  const stored = new Set(rows.map(({ prefix }) => prefix));
  return ends.find((_, place) => stored.has(prefixes[place] ?? '')) ?? lastFullHour(now);
}
