import { errorWords } from '../errors/errorWords';

/** Why steps were not written as a condition, and at which of them (from 0 on) when that is known. */
export interface StepRefusal {
  words: string;
  index?: number;
}

/** The trace server names the part of the request that it refuses, such as `steps[1].value`. */
export function stepRefusal(error: unknown): StepRefusal {
  const words = errorWords(error);
  const index = /^steps\[(\d+)\]/.exec(refusedField(error))?.[1];
  return index === undefined ? { words } : { words, index: Number(index) };
}

function refusedField(error: unknown): string {
  let found = error;
  for (const name of ['data', 'error', 'field']) {
    found = typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[name] : undefined;
  }
  return typeof found === 'string' ? found : '';
}
