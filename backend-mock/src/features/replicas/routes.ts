import type { components } from '../../contract/api.gen.js';
import { operation } from '../../contract/operations.js';
import { sendColumns } from '../../http/accept.js';
import type { Route } from '../route.js';
import { storeReplicaChanges } from './create.js';
import { type ReplicaSelection, replicasQuery } from './sql.js';

/** `POST` and `GET /api/v1/replicas`. */
export const replicasRoutes: Route = (app, { store, knownModels }) => {
  app.route<{ Body: components['schemas']['CreateReplicaChangesRequest'] }>({
    ...operation('createReplicaChanges'),
    handler: async (request, reply): Promise<components['schemas']['IngestAnswer']> => {
      const counts = await storeReplicaChanges(store, request.body.changes);
      void reply.status(201);
      return counts;
    },
  });
  app.route<{ Querystring: ReplicaSelection }>({
    ...operation('listReplicaChanges'),
    handler: async (request, reply) => {
      const query = replicasQuery(request.query);
      await knownModels.check(request.query.model, 'model');
      return sendColumns(store, query, request, reply);
    },
  });
};
