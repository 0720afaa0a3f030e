import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** A request that has been answered, or whose caller is gone. */
export interface RequestOutcome {
  /** Id in the contract; `none` for paths that are not in it. */
  operation: string;
  /** HTTP status; 0 when the caller was gone before there was an answer. */
  status: number;
  durationMs: number;
}

/** Whoever counts requests. */
export interface RequestObserver {
  requestStarted(operation: string): void;
  requestEnded(outcome: RequestOutcome): void;
}

function operationOf(request: FastifyRequest): string {
  return request.routeOptions.config.operationId ?? 'none';
}

function bytesOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** Only what cannot hold contents: no path, no query string, no header but the request id. */
function logLine(request: FastifyRequest, outcome: RequestOutcome, socketBytesBefore: number): object {
  const { key } = request;
  const { bytesWritten } = request.raw.socket as { bytesWritten?: number };
  return {
    operation: outcome.operation,
    method: request.method,
    status: outcome.status,
    duration_ms: Math.round(outcome.durationMs * 10) / 10,
    request_bytes: bytesOf(request.headers['content-length']),
    response_bytes: bytesWritten === undefined ? undefined : bytesWritten - socketBytesBefore,
    ...(key && { key_id: key.keyId, key_name: key.name }),
  };
}

/**
 * Gives every answer the request's id (`x-request-id`), tells the observer, and logs one line per request: at info when
 * it failed or was slow, at debug otherwise, so that what matters is not drowned.
 */
export function logRequests(app: FastifyInstance, observer: RequestObserver, slowMs: number): void {
  app.addHook('onRequest', (request, reply, done) => {
    // On the raw answer, so that it is there however the answer is sent.
    reply.raw.setHeader('x-request-id', request.id);
    const operation = operationOf(request);
    const socketBytesBefore = (request.raw.socket as { bytesWritten?: number }).bytesWritten ?? 0;
    observer.requestStarted(operation);
    onceEnded(reply, (isAnswered) => {
      const outcome = { operation, status: isAnswered ? reply.statusCode : 0, durationMs: reply.elapsedTime };
      observer.requestEnded(outcome);
      const isNotable = !isAnswered || reply.statusCode >= 400 || outcome.durationMs >= slowMs;
      const line = logLine(request, outcome, socketBytesBefore);
      request.log[isNotable ? 'info' : 'debug'](line, isAnswered ? 'request' : 'caller gone');
    });
    done();
  });
}

/** Calls `then` once: when the answer is sent, or when its connection is closed before. */
function onceEnded(reply: FastifyReply, then: (isAnswered: boolean) => void): void {
  let isOver = false;
  for (const event of ['finish', 'close'] as const) {
    reply.raw.once(event, () => {
      if (isOver) return;
      isOver = true;
      then(event === 'finish');
    });
  }
}
