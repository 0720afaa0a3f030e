import { operation } from '../../contract/operations.js';
import type { Route } from '../route.js';

/** `GET /metrics`: the server's own measures for Prometheus. */
export const prometheusRoutes: Route = (app, { metrics }) => {
  app.route({
    ...operation('getServerMetrics'),
    handler: async (_request, reply) => {
      void reply.type(metrics.registry.contentType);
      return metrics.registry.metrics();
    },
  });
};
