/** Milliseconds to the microsecond, with the units of their size: `12.345 ms`, `2,530.125 ms`. */
export function exactDuration(durationMs: number): string {
  return `${durationMs.toLocaleString('en-US', { maximumFractionDigits: 3 })} ms`;
}
