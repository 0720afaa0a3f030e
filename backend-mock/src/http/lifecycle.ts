import type { FastifyInstance } from 'fastify';
import { CodedError } from '../errors.js';

const RETRY_AFTER_SECONDS = 2;

/**
 * How far a server is on its way out. `leaving`: it says that it is not ready and answers everything; `closing`: only
 * requests that were there before are answered.
 */
export class Lifecycle {
  phase: 'running' | 'leaving' | 'closing' = 'running';
}

/**
 * While the server closes, refuses what comes over connections that are still open, and has them closed. Whoever asks for
 * its state is answered to the end.
 */
export function refuseWhileClosing(app: FastifyInstance, lifecycle: Lifecycle): void {
  app.addHook('preClose', (done) => {
    lifecycle.phase = 'closing';
    done();
  });
  app.addHook('onRequest', (request, reply, done) => {
    if (lifecycle.phase !== 'closing' || request.routeOptions.config.scope === undefined) {
      done();
      return;
    }
    void reply.header('Connection', 'close');
    done(
      new CodedError('SHUTTING_DOWN', 'This trace server is shutting down. Nothing of this request was done.', {
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      }),
    );
  });
}
