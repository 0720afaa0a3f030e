import type { components } from '../../contract/api.gen.js';
import { operation } from '../../contract/operations.js';
import type { Route } from '../route.js';
import { modelList } from './modelList.js';
import { type CatalogueRow, catalogueQuery, type ReplicaStartRow, replicaStartsQuery } from './sql.js';

/** `GET /api/v1/models`. */
export const modelsRoutes: Route = (app, { store }) => {
  app.route({
    ...operation('listModels'),
    handler: async (): Promise<components['schemas']['ModelList']> => {
      const [catalogue, replicaStarts] = await Promise.all([
        store.rows<CatalogueRow>(catalogueQuery),
        store.rows<ReplicaStartRow>(replicaStartsQuery),
      ]);
      return { models: modelList(catalogue, replicaStarts) };
    },
  });
};
