/** Longest time in milliseconds that one piece of work takes from everybody else. */
const SLICE_MS = 8;

/** Work that waits for the event loop's next round. */
const waiting: (() => void)[] = [];

/** Lets one waiting piece go on per round of the event loop: ten at once would make one round ten times as long. */
function next(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(next);
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(next);
  });
}

/**
 * Goes through items in slices of a few milliseconds, between which other requests are answered: whatever is being
 * stored, the server stays responsive.
 */
export async function inTurns<Item>(items: Iterable<Item>, work: (item: Item, index: number) => void): Promise<void> {
  let index = 0;
  await turn();
  let until = performance.now() + SLICE_MS;
  for (const item of items) {
    if (performance.now() > until) {
      await turn();
      until = performance.now() + SLICE_MS;
    }
    work(item, index);
    index += 1;
  }
}
