import { CodedError } from '../errors.js';

/** Runs `work`; a coded error about a field says that the field lies inside `parent` (nothing is put before it when empty). */
export function inContext<Result>(parent: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof CodedError && parent !== '' ? error.within(parent) : error;
  }
}
