import { Readable } from 'node:stream';
import { operation } from '../../contract/operations.js';
import { sendRaw } from '../../http/accept.js';
import { callGone } from '../../http/callGone.js';
import type { SpanRow } from '../../ingest/rows.js';
import type { Route } from '../route.js';
import { headQuery, payloadsQuery, previewsQuery, spansQuery } from './getSql.js';
import { pageOf, type PageParameters } from './listParameters.js';
import { pageQuery, type Stop } from './listPage.js';
import { locate, noSuchTrace } from './locate.js';
import { traceHeadJson, type TraceHeadRow } from './traceDetail.js';

const JSON_TYPE = 'application/json; charset=utf-8';

async function* asTraceList(rows: Readable, stop: Stop | undefined): AsyncGenerator {
  yield '{"traces":';
  yield* rows;
  const { searchedBackTo, continueAt } = stop ?? {};
  yield stop ? `,"searched_back_to":"${searchedBackTo}","continue":"${continueAt}"}` : '}';
}

/** One JSON object from two: `head`, and one of which `first` is the beginning and `rest` yields what follows. */
async function* joined(head: string, first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator {
  yield `${head.slice(0, -1)},`;
  yield first.subarray(first.indexOf('{') + 1);
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** `GET /api/v1/traces` and `GET /api/v1/traces/{request_id}`. */
export const readTracesRoutes: Route = (app, { store, knownModels }) => {
  app.route<{ Querystring: PageParameters }>({
    ...operation('listTraces'),
    handler: async (request, reply) => {
      const list = pageOf(request.query);
      await knownModels.check(list.selection.filters?.model, 'model');
      const { query, stop } = await pageQuery(store, list, request.query.budget_ms, callGone(reply));
      if (stop) {
        void reply.header('Modeltrace-Searched-Back-To', stop.searchedBackTo);
        void reply.header('Modeltrace-Continue', stop.continueAt);
      }
      return sendRaw(store, query, 'JSONEachRow', request, reply, (rows) =>
        Readable.from(asTraceList(rows, stop), { objectMode: false }),
      );
    },
  });

  app.route<{ Params: { request_id: string }; Querystring: { payload: 'full' | 'preview' } }>({
    ...operation('getTrace'),
    handler: async (request, reply) => {
      const gone = callGone(reply);
      const requestId = request.params.request_id;
      const place = await locate(store, requestId, gone);
      const [trace] = await store.rows<TraceHeadRow>(headQuery(place), gone);
      if (!trace) throw noSuchTrace();
      const head = traceHeadJson(trace, await store.rows<SpanRow>(spansQuery(trace.trace_id), gone));
      const payloads = request.query.payload === 'preview' ? previewsQuery(place) : payloadsQuery(place);
      // What the engine writes is passed on as it comes: a payload of any size is never held here.
      const stream = await store.raw(payloads, 'JSONLines', gone);
      const rest = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
      const first = await rest.next();
      if (first.done === true) throw noSuchTrace();
      return reply.type(JSON_TYPE).send(Readable.from(joined(head, first.value, rest), { objectMode: false }));
    },
  });
};
