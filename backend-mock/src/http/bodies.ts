import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CodedError, invalidArgument } from '../errors.js';
import { type BodyBudget, type BodyShare, type CountedStream, withinBudget } from './bodyBudget.js';

const BYTES_PER_MEGABYTE = 1_000_000;
const JSON_TYPE = /^\s*application\/json\s*(;|$)/i;

/** Decompresses a request body; Fastify's body limit then counts what comes out. */
function gunzipped(payload: Readable): CountedStream {
  const gunzip = createGunzip();
  const out: CountedStream & Transform = new Transform({
    transform(chunk, _encoding, done) {
      done(null, chunk);
    },
  });
  out.receivedEncodedLength = 0;
  payload.on('data', (chunk: Buffer) => {
    out.receivedEncodedLength = (out.receivedEncodedLength ?? 0) + chunk.length;
  });
  const fail = () => {
    out.destroy(invalidArgument('body', 'valid gzip, as Content-Encoding says'));
  };
  payload.on('error', fail);
  gunzip.on('error', fail);
  out.on('error', () => undefined);
  // A body that is refused half-way must not be inflated any further.
  out.once('close', () => {
    gunzip.destroy();
    payload.resume();
  });
  payload.pipe(gunzip).pipe(out);
  return out;
}

/** The share of a body that may have so many bytes and no more. */
function upTo(maxBytes: number, share: BodyShare): BodyShare {
  let leftBytes = maxBytes;
  return {
    take: (bytes) => {
      leftBytes -= bytes;
      if (leftBytes < 0) {
        const megabytes = Math.floor(maxBytes / BYTES_PER_MEGABYTE);
        throw new CodedError(
          'PAYLOAD_TOO_LARGE',
          `This server takes JSON bodies of at most ${megabytes} MB (MODELTRACE_MAX_JSON_BODY_MB). Send smaller batches.`,
        );
      }
      share.take(bytes);
    },
    release: () => {
      share.release();
    },
  };
}

/** The body within the budget; its share is given back when the request is answered or its caller is gone. */
function budgeted(share: BodyShare, body: Readable, reply: FastifyReply): Readable {
  const bounded = withinBudget(body, share);
  for (const event of ['finish', 'close']) {
    reply.raw.once(event, () => {
      share.release();
      bounded.destroy();
    });
  }
  return bounded;
}

/** Reads a JSON body and gives it with its text. Broken UTF-8 becomes the replacement character; a byte order mark is dropped. */
export function parseJsonBody(
  body: Buffer,
  done: (error: CodedError | null, value?: unknown, text?: string) => void,
): void {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder().decode(body);
    value = JSON.parse(text);
  } catch {
    done(new CodedError('INVALID_ARGUMENT', 'The body is not valid JSON.', { field: 'body', expected: 'valid JSON' }));
    return;
  }
  done(null, value, text);
}

/**
 * Lets every route take gzip bodies, and JSON bodies without prototype tricks or echoed contents. Bodies that do not fit
 * the budget are refused with OVERLOADED.
 * @param maxJsonBytes Largest JSON body: it is read in one go, and nothing else is answered meanwhile.
 */
export function registerBodies(app: FastifyInstance, budget: BodyBudget, maxJsonBytes: number): void {
  app.addHook('preParsing', (request, reply, payload, done) => {
    const isJson = JSON_TYPE.test(request.headers['content-type'] ?? '');
    const share = isJson ? upTo(maxJsonBytes, budget.share()) : budget.share();
    const encoding = request.headers['content-encoding']?.toLowerCase();
    if (encoding === undefined || encoding === '' || encoding === 'identity') {
      done(null, budgeted(share, payload as Readable, reply));
    } else if (encoding === 'gzip' || encoding === 'x-gzip') {
      done(null, budgeted(share, gunzipped(payload as Readable), reply));
    } else {
      done(
        new CodedError('UNSUPPORTED_MEDIA_TYPE', 'Bodies may be compressed with gzip.', {
          field: 'Content-Encoding',
          expected: 'gzip or identity',
        }),
      );
    }
  });
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    parseJsonBody(body as Buffer, done);
  });
}
