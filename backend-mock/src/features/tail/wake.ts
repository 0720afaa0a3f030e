import { setTimeout as delay } from 'node:timers/promises';
import type { TraceWriter } from '../../ingest/traceWriter.js';

/** Tells a tail when to look again. */
export class Wake {
  readonly #stop: () => void;
  #hasNews = false;
  #wake: () => void = () => undefined;

  constructor(writer: TraceWriter) {
    this.#stop = writer.whenStored(() => {
      this.#hasNews = true;
      this.#wake();
    });
  }

  /** Waits for new rows of this server, at least `leastMs` and at most `mostMs`, or until the signal. */
  async next(leastMs: number, mostMs: number, signal: AbortSignal): Promise<void> {
    await pause(leastMs, signal);
    if (!this.#hasNews && !signal.aborted) {
      const woken = new AbortController();
      this.#wake = () => {
        woken.abort();
      };
      await pause(mostMs - leastMs, AbortSignal.any([signal, woken.signal]));
    }
    this.#hasNews = false;
  }

  close(): void {
    this.#stop();
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch(() => undefined);
}
