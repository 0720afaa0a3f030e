/* global window, document, performance, PerformanceObserver, Response, requestAnimationFrame */

/**
 * Runs in the page before anything else: notes when the answer to a query had come, when the first row was painted,
 * the longest task and, while asked for, the time between frames.
 */
export function install() {
  const bench = { answeredAt: 0, paintedAt: 0, longestTaskMs: 0, frameTimesMs: [], isCounting: false };
  window.modeltraceBench = bench;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.longestTaskMs = Math.max(bench.longestTaskMs, duration);
  }).observe({ type: 'longtask' });
  for (const reader of ['json', 'text', 'arrayBuffer', 'blob']) {
    const original = Response.prototype[reader];
    Response.prototype[reader] = async function read(...args) {
      const body = await original.apply(this, args);
      if (this.url.includes('/api/ds/query') && bench.paintedAt === 0) bench.answeredAt = performance.now();
      return body;
    };
  }
  let last = performance.now();
  const frame = (now) => {
    if (bench.isCounting) bench.frameTimesMs.push(now - last);
    last = now;
    const hasRow = bench.paintedAt === 0 && document.querySelector('[role="grid"] [role="row"][aria-rowindex="2"]');
    // A frame later what this one found is on the screen.
    if (hasRow) requestAnimationFrame(() => (bench.paintedAt ||= performance.now()));
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Forgets what was noted, and counts frames from now on if so told. */
export const restart = (page, isCounting = false) =>
  page.evaluate((counting) => {
    Object.assign(window.modeltraceBench, { longestTaskMs: 0, frameTimesMs: [], isCounting: counting });
  }, isCounting);

/** What was noted since. Waits for the observer, which tells of long tasks a little later. */
export async function noted(page) {
  await page.waitForTimeout(300);
  return page.evaluate(() => ({ ...window.modeltraceBench }));
}

/**
 * Milliseconds from a click on the element to the frame after the text is in the drawer, both taken in the page: what
 * the bench's own messages take is not in it.
 */
export async function clickToText(element, text) {
  return element.evaluate(
    (node, wanted) =>
      new Promise((resolve, reject) => {
        const started = performance.now();
        setTimeout(() => reject(new Error(`The drawer does not show ${wanted}.`)), 20_000);
        const look = () => {
          const region = document.querySelector('[role="dialog"]');
          if (region?.textContent.includes(wanted)) requestAnimationFrame(() => resolve(performance.now() - started));
          else requestAnimationFrame(look);
        };
        node.click();
        requestAnimationFrame(look);
      }),
    text,
  );
}

/** Bytes of the page's heap after a collection. */
export async function heapBytes(session) {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
