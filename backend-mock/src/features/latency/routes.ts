import type { components } from '../../contract/api.gen.js';
import { operation } from '../../contract/operations.js';
import { sendColumns } from '../../http/accept.js';
import type { Route } from '../route.js';
import { latencyQuery } from './sql.js';

/** `POST /api/v1/latency`. */
export const latencyRoutes: Route = (app, { store, knownModels }) => {
  app.route<{ Body: components['schemas']['LatencyRequest'] }>({
    ...operation('queryLatency'),
    handler: async (request, reply) => {
      const query = latencyQuery(request.body);
      await knownModels.check(request.body.filters?.model, 'filters.model');
      return sendColumns(store, query, request, reply);
    },
  });
};
