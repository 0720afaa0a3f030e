import type { TimeZone } from '@grafana/schema';
import React, { useSyncExternalStore } from 'react';
import { formatTime } from '../../view/formats';
import { timeAgo } from './timeAgo';

/** Milliseconds between updates of times ago. */
const TICK_MS = 5_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let nowMs = Date.now();

function tick(): void {
  nowMs = Date.now();
  listeners.forEach((listener) => {
    listener();
  });
}

/** One clock for all cells, which stands still when none looks at it. */
function watchClock(listener: () => void): () => void {
  if (listeners.size === 0) {
    nowMs = Date.now();
    timer = setInterval(tick, TICK_MS);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
    }
  };
}

/** How long ago, kept up to date without being read out each time. A text, so that only words that change are drawn. */
export function TimeAgo({ timeMs, timeZone }: { timeMs: number | null; timeZone: TimeZone }) {
  const text = useSyncExternalStore(watchClock, () => (timeMs === null ? '' : timeAgo(timeMs, nowMs)));
  return <>{timeMs === null ? formatTime(null, timeZone) : text}</>;
}
