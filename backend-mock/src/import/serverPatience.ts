import type { RetryOptions } from '@modeltrace/client';

/** How long a server may not be there at all, in milliseconds; one that answers that it is busy has its own time. */
const ABSENT_MS = 10_000;

/**
 * How an import waits for its server: it says so once, and gives up when nothing listens there, which waiting rarely
 * changes.
 * @returns The options for one batch.
 */
export function serverPatience(server: URL, say: (line: string) => void, absentMs = ABSENT_MS): () => RetryOptions {
  let hasSaid = false;
  return () => {
    const stop = new AbortController();
    let since = 0;
    return {
      signal: stop.signal,
      onRetry: ({ error, attempt, waitSeconds }) => {
        if (attempt === 0) since = Date.now();
        if (error.code === 'UNREACHABLE' && Date.now() + waitSeconds * 1000 - since > absentMs) {
          stop.abort(error);
          return;
        }
        if (!hasSaid) say(`Waiting for the trace server at ${server.origin} …`);
        hasSaid = true;
      },
    };
  };
}
