import { TraceServerError } from './traceServerError.js';

/** How long to go on asking. */
export interface RetryOptions {
  /** Tries after the first; default 8. */
  retries?: number;
  /** Longest wait between two tries, whatever the server asks for; default 30. */
  longestWaitSeconds?: number;
  /** Ends the waiting; the error is then the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Told before each wait: why, how many tries failed before this one, and how long it waits. */
  onRetry?: (retry: { error: TraceServerError; attempt: number; waitSeconds: number }) => void;
}

const RETRIES = 8;
const LONGEST_WAIT_SECONDS = 30;
const FIRST_WAIT_SECONDS = 0.25;

/** Busy (429), starting (503) or away; also a proxy's answer in place of a server that is starting. */
function mayPass(error: unknown): error is TraceServerError {
  return (
    error instanceof TraceServerError && (error.code === 'UNREACHABLE' || error.status === 429 || error.status === 503)
  );
}

function wait(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end);
      resolve();
    }, seconds * 1000);
    signal?.addEventListener('abort', end, { once: true });
    if (signal?.aborted) end();
  });
}

/**
 * Does something again while the server is busy, starting or away, and waits as it asks (`Retry-After`), else twice as
 * long each time. Only for work that may be done twice: reading, and storing traces, whose ids make a repetition harmless.
 * @throws the last error when it did not pass; every other error at once.
 */
export async function withRetry<Result>(work: () => Promise<Result>, options: RetryOptions = {}): Promise<Result> {
  const { retries = RETRIES, longestWaitSeconds = LONGEST_WAIT_SECONDS, signal, onRetry } = options;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= retries || !mayPass(error)) throw error;
      const seconds = error.retryAfterSeconds ?? FIRST_WAIT_SECONDS * 2 ** attempt;
      const waitSeconds = Math.min(seconds, longestWaitSeconds);
      onRetry?.({ error, attempt, waitSeconds });
      await wait(waitSeconds, signal);
    }
  }
}
