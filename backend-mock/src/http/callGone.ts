import type { FastifyReply } from 'fastify';

/** Aborts when the caller closes the connection before it has its answer, so that its query can be ended. */
export function callGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  if (reply.raw.closed && !reply.raw.writableFinished) gone.abort();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
