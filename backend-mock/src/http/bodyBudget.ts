import { type Readable, Transform } from 'node:stream';
import { CodedError } from '../errors.js';

const OVERLOADED_RETRY_AFTER_SECONDS = 1;

/** A stream that Fastify checks the Content-Length header against. */
export interface CountedStream extends Readable {
  receivedEncodedLength?: number;
}

/** The part of the budget that one request holds. */
export interface BodyShare {
  /**
   * Takes room for bytes that have arrived.
   * @throws OVERLOADED when the bodies of other requests leave none.
   */
  take(bytes: number): void;
  /** Gives all of it back. */
  release(): void;
}

/**
 * How many bytes of request bodies, decompressed, the server holds at once: from their arrival until their requests are
 * answered, because what is made of a body is several times its size. A body alone is always let through, however large
 * the limit for one body allows it to be, and so are small ones: the questions of a dashboard do not wait for senders.
 */
export class BodyBudget {
  readonly #maxBytes: number;
  readonly #smallBytes: number;
  #heldBytes = 0;

  constructor(maxBytes: number, smallBytes = 64_000) {
    this.#maxBytes = maxBytes;
    this.#smallBytes = smallBytes;
  }

  /** Opens the share of a new request. */
  share(): BodyShare {
    let ownBytes = 0;
    return {
      take: (bytes) => {
        const isAlone = this.#heldBytes === ownBytes;
        if (!isAlone && ownBytes + bytes > this.#smallBytes && this.#heldBytes + bytes > this.#maxBytes) {
          throw new CodedError('OVERLOADED', 'Too much is being received. Nothing of this request was stored.', {
            retryAfterSeconds: OVERLOADED_RETRY_AFTER_SECONDS,
          });
        }
        ownBytes += bytes;
        this.#heldBytes += bytes;
      },
      release: () => {
        this.#heldBytes -= ownBytes;
        ownBytes = 0;
      },
    };
  }
}

/** The same bytes, each of which takes its room first; fails with OVERLOADED where there is none. */
export function withinBudget(source: CountedStream, share: BodyShare): CountedStream {
  const out: CountedStream & Transform = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (source.receivedEncodedLength !== undefined) out.receivedEncodedLength = source.receivedEncodedLength;
      try {
        share.take(chunk.length);
        done(null, chunk);
      } catch (error) {
        done(error as CodedError);
      }
    },
  });
  source.once('error', (error) => {
    out.destroy(error);
  });
  // Who reads the body may have gone when it turns out to be too large: then nobody else hears of it.
  out.on('error', () => undefined);
  // A body that is refused half-way is read to its end without being kept: its sender may only then read the answer. One
  // that is being inflated is not: what is read to its end there are the bytes that arrive.
  out.once('close', () => {
    source.unpipe(out);
    if (source.receivedEncodedLength !== undefined) source.destroy();
    else if (!source.readableEnded) source.resume();
  });
  source.pipe(out);
  return out;
}
