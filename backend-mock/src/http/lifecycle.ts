import type { FastifyInstance } from 'fastify';
import { CodedError } from '../errors.js';

const RETRY_AFTER_SECONDS = 2;

/** What is answered before the store can be used: whether to wait or to restart, nothing else. */
const ANSWERED_WHILE_STARTING = new Set(['getLiveness', 'getReadiness']);

/**
 * How far a server is. `starting`: it says that it lives and is not ready, and refuses everything else. `leaving`: it
 * says that it is not ready and answers everything; `closing`: only requests that were there before are answered.
 */
export class Lifecycle {
  phase: 'starting' | 'running' | 'leaving' | 'closing' = 'running';
}

/** While the server starts, refuses what needs the store; before anything else is looked at, keys too lie in the store. */
export function refuseWhileStarting(app: FastifyInstance, lifecycle: Lifecycle): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (lifecycle.phase !== 'starting') {
      done();
      return;
    }
    // The server may yet move to another address; who comes back then should not do so over a connection that ends.
    void reply.header('Connection', 'close');
    if (ANSWERED_WHILE_STARTING.has(request.routeOptions.config.operationId ?? '')) {
      done();
      return;
    }
    done(
      new CodedError('ENGINE_UNAVAILABLE', 'This trace server is starting. Nothing of this request was done.', {
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      }),
    );
  });
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
