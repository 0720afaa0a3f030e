import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { LIMITS } from '../../contract/constants.gen.js';
import { operation } from '../../contract/operations.js';
import { CodedError } from '../../errors.js';
import { callGone } from '../../http/callGone.js';
import type { Route } from '../route.js';
import { type SelectionQuery, selectionOfQuery } from '../selection/selectionQuery.js';
import { listCondition } from '../traces/listSql.js';
import { matchColumn } from '../traces/matchSql.js';
import { followTail, horizon } from './follow.js';
import { readPosition } from './position.js';
import { Wake } from './wake.js';

/** A reader that takes nothing for this long is let go; it can go on where it was. */
const STALLED_MS = 60_000;
const BUSY_RETRY_AFTER_SECONDS = 10;

/** The same events; the connection is closed when one is not taken in time. */
async function* whileTaken(events: AsyncGenerator<string>, reply: FastifyReply): AsyncGenerator<string> {
  for await (const text of events) {
    const stalled = setTimeout(() => reply.raw.destroy(), STALLED_MS);
    try {
      yield text;
    } finally {
      clearTimeout(stalled);
    }
  }
}

/** `GET /api/v1/tail`: new traces as server-sent events. */
export const tailRoute: Route = (app, { store, writer, knownModels }) => {
  const closing = new AbortController();
  let open = 0;
  app.addHook('preClose', (done) => {
    closing.abort();
    done();
  });

  app.route<{ Querystring: SelectionQuery & { after?: string; trace_id?: string } }>({
    ...operation('tailTraces'),
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const lastId = request.headers['last-event-id'];
      const after = typeof lastId === 'string' && lastId !== '' ? lastId : request.query.after;
      const given = after === undefined ? undefined : readPosition(after, after === lastId ? 'Last-Event-ID' : 'after');
      const selection = selectionOfQuery(request.query);
      const condition = listCondition({ selection, traceId: request.query.trace_id });
      await knownModels.check(selection.filters?.model, 'model');
      if (open >= LIMITS.TailConnections.max) {
        throw new CodedError('OVERLOADED', `This server follows ${open} tails already, which is the most it does.`, {
          retryAfterSeconds: BUSY_RETRY_AFTER_SECONDS,
        });
      }
      open += 1;
      const wake = new Wake(writer);
      const ended = () => {
        open -= 1;
        wake.close();
      };
      // The caller may have gone while the models were looked up.
      if (reply.raw.closed) ended();
      else reply.raw.once('close', ended);
      const signal = AbortSignal.any([callGone(reply), closing.signal]);
      const start = given ?? { storedMicros: await horizon(store, signal), requestId: '' };
      const events = whileTaken(
        followTail({ store, condition, match: matchColumn(selection), wake, signal }, start),
        reply,
      );
      return (
        reply
          .type('text/event-stream; charset=utf-8')
          .header('Cache-Control', 'no-store')
          // Proxies that collect answers would keep the events back.
          .header('X-Accel-Buffering', 'no')
          .header('Connection', 'close')
          .send(Readable.from(events, { objectMode: false }))
      );
    },
  });
};
