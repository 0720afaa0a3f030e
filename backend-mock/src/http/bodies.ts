import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CodedError, invalidArgument } from '../errors.js';
import { type BodyBudget, type CountedStream, withinBudget } from './bodyBudget.js';

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

/** The body within the budget; its share is given back when the request is answered or its caller is gone. */
function budgeted(budget: BodyBudget, body: Readable, reply: FastifyReply): Readable {
  const share = budget.share();
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
 */
export function registerBodies(app: FastifyInstance, budget: BodyBudget): void {
  app.addHook('preParsing', (request, reply, payload, done) => {
    const encoding = request.headers['content-encoding']?.toLowerCase();
    if (encoding === undefined || encoding === '' || encoding === 'identity') {
      done(null, budgeted(budget, payload as Readable, reply));
    } else if (encoding === 'gzip' || encoding === 'x-gzip') {
      done(null, budgeted(budget, gunzipped(payload as Readable), reply));
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
