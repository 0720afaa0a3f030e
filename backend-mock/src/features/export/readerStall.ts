import type { Readable } from 'node:stream';

const LOOKS_PER_STALL = 8;

/**
 * Calls back once when a stream has had bytes to give for so long and nobody took any. While it has nothing to give, its
 * source is slow and its reader is not to blame.
 * @param bytesMade Bytes that the stream was given so far.
 */
export function onReaderStall(stream: Readable, stallMs: number, bytesMade: () => number, stalled: () => void): void {
  let takenAt = performance.now();
  let bytesTaken = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    const taken = bytesMade() - stream.readableLength;
    if (taken !== bytesTaken || stream.readableLength === 0) takenAt = now;
    bytesTaken = taken;
    if (now - takenAt < stallMs) return;
    clearInterval(timer);
    stalled();
  }, stallMs / LOOKS_PER_STALL).unref();
  stream.once('close', () => {
    clearInterval(timer);
  });
}
