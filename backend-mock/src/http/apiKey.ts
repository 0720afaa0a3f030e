import type { FastifyInstance } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import { CodedError } from '../errors.js';

const OPEN_PATHS = new Set(['/healthz', '/openapi.json']);

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Refuses calls without the bearer key. Comparing digests takes the same time wherever the key differs. */
export function requireApiKey(app: FastifyInstance, apiKey: string): void {
  const wanted = digest(apiKey);
  app.addHook('onRequest', (request, reply, done) => {
    const given = /^Bearer +(.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (OPEN_PATHS.has(request.routeOptions.url ?? '') || timingSafeEqual(digest(given), wanted)) {
      done();
      return;
    }
    void reply.header('WWW-Authenticate', 'Bearer');
    done(
      new CodedError('UNAUTHENTICATED', 'This trace server wants its API key as a bearer token.', {
        field: 'Authorization',
        expected: 'Bearer and the API key',
      }),
    );
  });
}
