import type { Model } from '../modelPicker/models';

/** Milliseconds since 1970 of the oldest trace of a model, or of all of them when there is none of that name. */
export function oldestTrace(models: readonly Model[], model: string): number | undefined {
  const chosen = models.filter(({ name }) => name === model);
  const times = (chosen.length > 0 ? chosen : models).map(({ firstTraceMs }) => firstTraceMs ?? Infinity);
  const oldestMs = times.reduce((oldest, timeMs) => Math.min(oldest, timeMs), Infinity);
  return Number.isFinite(oldestMs) ? oldestMs : undefined;
}
