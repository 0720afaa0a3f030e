/** Time that work takes of the page at once; frames are due every 16 ms, and a stop of 50 ms is felt. */
export const SLICE_MS = 8;

/** Lets the page paint and react. */
export function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield ? scheduler.yield() : nextTask();
}

/** As a timer would make it, but without the 4 ms that browsers add to nested timers. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Time between two looks at what has been done: drawing it takes longer than a slice. */
const TELL_MS = 60;

/**
 * Does `step` again and again until it says that there is nothing left (false), and lets the page have its turn
 * before it begins and whenever a slice of time is over: whoever starts it, such as the drawing of the page, may have
 * held the page for long already. `onPause` is told in some of the pauses, first ones always, and at the end.
 */
export async function inSlices(step: () => boolean, signal: AbortSignal, onPause?: () => void): Promise<void> {
  let toldAt = -Infinity;
  for (let isLeft = true; isLeft;) {
    await nextTurn();
    const sliceEnd = performance.now() + SLICE_MS;
    while (!signal.aborted && isLeft && performance.now() < sliceEnd) {
      isLeft = step();
    }
    if (signal.aborted) {
      return;
    }
    if (!isLeft || performance.now() - toldAt >= TELL_MS) {
      onPause?.();
      toldAt = performance.now();
    }
  }
}
