import type { components } from '../../contract/api.gen.js';
import { operation } from '../../contract/operations.js';
import { sendColumns } from '../../http/accept.js';
import type { Route } from '../route.js';
import { metricsQuery } from './sql.js';
import { TimeZones } from './timeZones.js';

/** `POST /api/v1/metrics`. */
export const metricsRoutes: Route = (app, { store, knownModels }) => {
  const timeZones = new TimeZones(store);
  app.route<{ Body: components['schemas']['MetricsRequest'] }>({
    ...operation('queryMetrics'),
    handler: async (request, reply) => {
      const query = metricsQuery(request.body);
      await timeZones.check(request.body.time_zone);
      await knownModels.check(request.body.filters?.model, 'filters.model');
      return sendColumns(store, query, request, reply);
    },
  });
};
