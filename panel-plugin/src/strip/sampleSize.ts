/**
 * Requests below which a percentile says little: with fewer than 1 / (1 - p) of them none is expected to be slower, so it
 * is hardly more than the slowest request. That is 10 for the 90th percentile and 100 for the 99th.
 */
export const MIN_SAMPLES = { p90: 10, p99: 100 } as const;

export type Percentile = keyof typeof MIN_SAMPLES;

/** Whether a percentile is of too few requests to be relied on. An unknown number of them counts as too few. */
export function isTooFew(percentile: Percentile, samples: number | undefined): boolean {
  return samples === undefined || samples < MIN_SAMPLES[percentile];
}
