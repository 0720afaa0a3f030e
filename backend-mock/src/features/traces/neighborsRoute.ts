import type { components } from '../../contract/api.gen.js';
import { operation } from '../../contract/operations.js';
import { callGone } from '../../http/callGone.js';
import type { Route } from '../route.js';
import { readCursor } from './cursor.js';
import { cursorQuery } from './getSql.js';
import { listOf, type ListParameters } from './listParameters.js';
import { findKeys } from './listPage.js';
import { locate, noSuchTrace } from './locate.js';

type TraceNeighbors = components['schemas']['TraceNeighbors'];

/** `GET /api/v1/traces/{request_id}/neighbors`: by the same conditions and order as the list's own pages. */
export const traceNeighborsRoute: Route = (app, { store, knownModels }) => {
  app.route<{ Params: { request_id: string }; Querystring: ListParameters }>({
    ...operation('getTraceNeighbors'),
    handler: async (request, reply): Promise<TraceNeighbors> => {
      const gone = callGone(reply);
      const requestId = request.params.request_id;
      const list = listOf(request.query);
      await knownModels.check(list.selection.filters?.model, 'model');
      const place = await locate(store, requestId, gone);
      const [row] = await store.rows<{ cursor: string }>(cursorQuery(place, list), gone);
      if (!row) throw noSuchTrace();
      const position = readCursor(row.cursor, list, 'cursor');
      const nearest = async (side: 'before' | 'after') =>
        findKeys(store, { ...list, limit: 1, edge: { side, position } }, request.query.budget_ms, gone);
      const [before, after] = await Promise.all([nearest('before'), nearest('after')]);
      return {
        previous: before.keys[0]?.request_id ?? null,
        next: after.keys[0]?.request_id ?? null,
        ...(before.stop && { previous_searched_to: before.stop.searchedBackTo }),
        ...(after.stop && { next_searched_to: after.stop.searchedBackTo }),
      };
    },
  });
};
