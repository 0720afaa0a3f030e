import { Readable } from 'node:stream';
import { operation } from '../../contract/operations.js';
import { CodedError } from '../../errors.js';
import { sendRaw } from '../../http/accept.js';
import type { SpanRow, TraceRow } from '../../ingest/rows.js';
import type { Route } from '../route.js';
import { type SelectionQuery, selectionOfQuery } from '../selection/selectionQuery.js';
import { locateQuery, spansQuery, traceQuery } from './getSql.js';
import { listQuery } from './listSql.js';
import { toTraceDetail } from './traceDetail.js';

async function* asTraceList(rows: Readable): AsyncGenerator {
  yield '{"traces":';
  yield* rows;
  yield '}';
}

/** `GET /api/v1/traces` and `GET /api/v1/traces/{request_id}`. */
export const readTracesRoutes: Route = (app, { store, knownModels }) => {
  app.route<{ Querystring: SelectionQuery & { limit: number; cursor?: string } }>({
    ...operation('listTraces'),
    handler: async (request, reply) => {
      const { limit, cursor } = request.query;
      const selection = selectionOfQuery(request.query);
      const query = listQuery(selection, limit, cursor);
      await knownModels.check(selection.filters?.model, 'model');
      return sendRaw(store, query, 'JSONEachRow', request, reply, (rows) =>
        Readable.from(asTraceList(rows), { objectMode: false }),
      );
    },
  });

  app.route<{ Params: { request_id: string } }>({
    ...operation('getTrace'),
    handler: async (request) => {
      const requestId = request.params.request_id;
      const [place] = await store.rows<{ model: string; start_micros: number }>(locateQuery(requestId));
      const [trace] = place ? await store.rows<TraceRow>(traceQuery(place, requestId)) : [];
      if (!trace) {
        throw new CodedError('NOT_FOUND', `There is no trace with request id ${JSON.stringify(requestId)}.`, {
          field: 'request_id',
          expected: 'the request id of a stored trace',
        });
      }
      return toTraceDetail(trace, await store.rows<SpanRow>(spansQuery(trace.trace_id)));
    },
  });
};
