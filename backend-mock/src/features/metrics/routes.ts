import type { components } from '../../contract/api.gen.js';
import { LIMITS, PERCENTILES } from '../../contract/constants.gen.js';
import { operation } from '../../contract/operations.js';
import { sendColumns } from '../../http/accept.js';
import type { Route } from '../route.js';
import { checkBuckets } from './intervalSql.js';
import { planMetrics } from './plan.js';
import { metricsQuery } from './sql.js';
import { TimeZones } from './timeZones.js';

/** The header that says how percentiles were computed. */
const PERCENTILES_HEADER = 'Modeltrace-Percentiles';
const METHOD_TEXT = { exact: 'exact', sketch: `sketch; relative-error=${PERCENTILES.relativeError}` };

/** `POST /api/v1/metrics`. */
export const metricsRoutes: Route = (app, { store, knownModels }) => {
  const timeZones = new TimeZones(store);
  app.route<{ Body: components['schemas']['MetricsRequest'] }>({
    ...operation('queryMetrics'),
    handler: async (request, reply) => {
      const { body } = request;
      if (body.interval !== undefined) checkBuckets(body.interval, body, LIMITS.MetricsRequest.interval.maxBuckets);
      await timeZones.check(body.time_zone);
      await knownModels.check(body.filters?.model, 'filters.model');
      const plan = await planMetrics(body, store, timeZones);
      if (plan.method !== undefined) void reply.header(PERCENTILES_HEADER, METHOD_TEXT[plan.method]);
      return sendColumns(store, metricsQuery(body, plan), request, reply);
    },
  });
};
