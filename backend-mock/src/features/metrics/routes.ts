import type { components } from '../../contract/api.gen.js';
import { operation } from '../../contract/operations.js';
import { sendColumns } from '../../http/accept.js';
import type { Route } from '../route.js';
import { metricsQuery } from './sql.js';

/** `POST /api/v1/metrics`. */
export const metricsRoutes: Route = (app, { store, knownModels }) => {
  app.route<{ Body: components['schemas']['MetricsRequest'] }>({
    ...operation('queryMetrics'),
    handler: async (request, reply) => {
      const query = metricsQuery(request.body);
      await knownModels.check(request.body.filters?.model, 'filters.model');
      return sendColumns(store, query, request, reply);
    },
  });
};
