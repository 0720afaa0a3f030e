import { nextTurn, SLICE_MS } from './slices';

/**
 * Work in small steps: a generator that yields every millisecond or so and returns its result. Run at once it is a plain
 * function, run by `runSliced` it never holds the page.
 */
export type Sliced<T> = Generator<void, T, void>;

/**
 * The result of the work, done in slices between which the page can paint and take input.
 * @throws AbortError once the signal is aborted; the work is then given up
 */
export async function runSliced<T>(work: Sliced<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    if (signal.aborted) {
      throw new DOMException('Nobody waits for it any more.', 'AbortError');
    }
    const end = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done) {
        return step.value;
      }
    } while (performance.now() < end);
    await nextTurn();
  }
}

/** The result of the work, done without a pause. */
export function runAtOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) {
      return step.value;
    }
  }
}
