/** Time that work takes of the page at once; frames are due every 16 ms, and a stop of 50 ms is felt. */
export const SLICE_MS = 8;

/** Lets the page paint and react. */
export function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * Does `step` again and again until it says that there is nothing left (false), and lets the page have its turn
 * whenever a slice of time is over. `onPause` is told before each pause and at the end.
 */
export async function inSlices(step: () => boolean, signal: AbortSignal, onPause?: () => void): Promise<void> {
  let sliceEnd = performance.now() + SLICE_MS;
  while (!signal.aborted && step()) {
    if (performance.now() >= sliceEnd) {
      onPause?.();
      await nextTurn();
      sliceEnd = performance.now() + SLICE_MS;
    }
  }
  if (!signal.aborted) {
    onPause?.();
  }
}
