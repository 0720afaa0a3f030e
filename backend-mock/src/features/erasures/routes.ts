import type { components } from '../../contract/api.gen.js';
import { operation } from '../../contract/operations.js';
import type { Route } from '../route.js';
import { erase } from './erase.js';
import { listErasures } from './erasuresTable.js';

type Schemas = components['schemas'];

/** The operations under `/api/v1/erasures`. */
export const erasuresRoutes: Route = (app, { store }) => {
  app.route<{ Body: Schemas['ErasureRequest'] }>({
    ...operation('createErasure'),
    handler: async (request, reply): Promise<Schemas['Erasure']> => {
      const erasure = await erase(store, request.body);
      void reply.status(201);
      return erasure;
    },
  });
  app.route({
    ...operation('listErasures'),
    handler: async (): Promise<Schemas['ErasureList']> => ({ erasures: await listErasures(store) }),
  });
};
