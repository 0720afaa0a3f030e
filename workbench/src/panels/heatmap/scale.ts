import type { Cell } from './cells';

/** Where a value is drawn, in pixels from the top, on a logarithmic axis over all cells. */
export interface Scale {
  yOf: (value: number) => number;
  ticks: number[];
}

const MOST_TICKS = 8;

/** The axis of the latencies: every bound of a bucket at most, evenly thinned. */
export function scaleOf(cells: Cell[], height: number): Scale {
  const bounds = [...new Set(cells.flatMap(({ low, high }) => [low, high]))].sort((a, b) => a - b);
  const lowest = Math.log(Math.max(bounds[0] ?? 1, Number.MIN_VALUE));
  const highest = Math.log(Math.max(bounds.at(-1) ?? 1, Number.MIN_VALUE));
  const span = highest - lowest || 1;
  const step = Math.max(1, Math.ceil(bounds.length / MOST_TICKS));
  return {
    yOf: (value) => height * (1 - (Math.log(Math.max(value, Number.MIN_VALUE)) - lowest) / span),
    ticks: bounds.filter((_, index) => index % step === 0),
  };
}
