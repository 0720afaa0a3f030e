import type { components } from '../../contract/api.gen.js';
import { openapi } from '../../contract/openapi.gen.js';
import { operation } from '../../contract/operations.js';
import type { Route } from '../route.js';

type Health = components['schemas']['Health'];

/** `/healthz` asks the engine itself; `/openapi.json` is the contract. */
export const healthRoutes: Route = (app, { store }) => {
  app.route({
    ...operation('getHealth'),
    handler: async (): Promise<Health> => {
      const [row] = await store.rows<{ engine: string; traces: number }>({
        sql: 'SELECT version() AS engine, count() AS traces FROM traces',
        params: {},
      });
      return {
        status: 'ok',
        version: openapi.info.version,
        engine: { kind: store.engineKind, version: row?.engine ?? '' },
        traces: row?.traces ?? 0,
      };
    },
  });
  app.route({ ...operation('getOpenapi'), handler: () => openapi });
};
