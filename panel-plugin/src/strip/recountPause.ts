/** Milliseconds between two counts of a list that new traces come into, at least. */
const SHORTEST_PAUSE_MS = 1_000;

/** A count that takes long is asked for less often, so that one who watches takes at most a sixth of the server's time. */
const PAUSE_PER_COUNT = 5;

/** Milliseconds to wait before counting again after a count that took `tookMs` and was answered `sinceMs` ago. */
export function recountPauseMs(tookMs: number, sinceMs: number): number {
  return Math.max(0, Math.max(SHORTEST_PAUSE_MS, tookMs * PAUSE_PER_COUNT) - sinceMs);
}
