/**
 * Work in small steps: a generator that yields every millisecond or so and returns its result. Run at once it is a plain
 * function, run by `runSliced` it never holds the page.
 */
export type Sliced<T> = Generator<void, T, void>;

/** Steps that are taken together. The browser calls 50 ms a long task; half a frame leaves room for a slow step. */
const SLICE_MS = 8;

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
    await pause();
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

/** A task of its own, as a timer would make, but without the 4 ms that browsers add to nested timers. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
