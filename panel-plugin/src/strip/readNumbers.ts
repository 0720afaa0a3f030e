import type { DataFrame } from '@grafana/data';
import { STRIP_MEASURES } from './stripTarget';

/** How the percentiles of an answer were computed; `relativeError` of an estimate is a share, 0.01 for 1 %. */
export type PercentileMethod = { kind: 'exact' } | { kind: 'sketch'; relativeError: number | undefined };

/** The numbers of a selection. Those that no request reports are missing; counts are 0 where nothing matches. */
export interface StripNumbers {
  requests: number;
  failures: number;
  /** 0 to 1. */
  failureRate?: number;
  p90Ms?: number;
  p99Ms?: number;
  /** Requests with a known response time, which the percentiles are of. */
  durationSamples: number;
  /** Of hosted models only. */
  credits?: number;
  costUsd?: number;
  /** Requests of external models whose cost is not known. */
  unpricedRequests: number;
  method?: PercentileMethod;
}

type StripMeasure = (typeof STRIP_MEASURES)[number];

/** Reads the frames of a metrics query with interval `none`, without groups: a frame for each measure with a value. */
export function readNumbers(frames: readonly DataFrame[]): StripNumbers {
  const number = (measure: StripMeasure): number | undefined => {
    for (const { fields } of frames) {
      const value: unknown = fields.find((field) => field.name === measure)?.values[0];
      if (typeof value === 'number' && Number.isFinite(value)) {
        return value;
      }
    }
    return undefined;
  };
  const known = {
    failureRate: number('failure_rate'),
    p90Ms: number('duration_p90_ms'),
    p99Ms: number('duration_p99_ms'),
    credits: number('credits'),
    costUsd: number('cost_usd'),
    method: methodOf(frames),
  };
  return {
    requests: number('requests') ?? 0,
    failures: number('failures') ?? 0,
    durationSamples: number('duration_samples') ?? 0,
    unpricedRequests: number('unpriced_requests') ?? 0,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
  };
}

/** The back end writes it into the first frame's `meta.custom.percentiles` (contract/frames.yaml). */
function methodOf(frames: readonly DataFrame[]): PercentileMethod | undefined {
  for (const frame of frames) {
    const custom: unknown = frame.meta?.custom;
    const text: unknown =
      typeof custom === 'object' && custom !== null ? (custom as Record<string, unknown>).percentiles : undefined;
    if (typeof text === 'string' && text !== '') {
      const error = Number(/relative-error=([\d.]+)/.exec(text)?.[1]);
      return text === 'exact'
        ? { kind: 'exact' }
        : { kind: 'sketch', relativeError: Number.isFinite(error) ? error : undefined };
    }
  }
  return undefined;
}
