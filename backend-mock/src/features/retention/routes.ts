import type { components } from '../../contract/api.gen.js';
import { operation } from '../../contract/operations.js';
import type { Route } from '../route.js';
import { applyRetention } from './applyRetention.js';
import { readPolicies, storePolicies } from './policies.js';

type Schemas = components['schemas'];

/** The operations under `/api/v1/retention`. */
export const retentionRoutes: Route = (app, { store }) => {
  app.route({
    ...operation('getRetention'),
    handler: (): Promise<Schemas['Retention']> => readPolicies(store),
  });
  app.route<{ Body: Schemas['RetentionInput'] }>({
    ...operation('setRetention'),
    handler: async (request): Promise<Schemas['Retention']> => {
      await storePolicies(store, request.body);
      return readPolicies(store);
    },
  });
  app.route<{ Body: Schemas['ApplyRetentionRequest'] }>({
    ...operation('applyRetention'),
    handler: (request): Promise<Schemas['RetentionAnswer']> => applyRetention(store, request.body.dry_run),
  });
};
