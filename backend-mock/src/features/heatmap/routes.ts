import { LIMITS } from '../../contract/constants.gen.js';
import { operation } from '../../contract/operations.js';
import { sendColumns } from '../../http/accept.js';
import { checkBuckets } from '../metrics/intervalSql.js';
import { TimeZones } from '../metrics/timeZones.js';
import type { Route } from '../route.js';
import { type HeatmapRequest, heatmapQuery } from './sql.js';

/** `POST /api/v1/heatmap`. */
export const heatmapRoutes: Route = (app, { store, knownModels }) => {
  const timeZones = new TimeZones(store);
  app.route<{ Body: HeatmapRequest }>({
    ...operation('queryHeatmap'),
    handler: async (request, reply) => {
      const { body } = request;
      checkBuckets(body.interval, body, LIMITS.HeatmapRequest.interval.maxBuckets);
      await timeZones.check(body.time_zone);
      await knownModels.check(body.filters?.model, 'filters.model');
      return sendColumns(store, heatmapQuery(body), request, reply);
    },
  });
};
