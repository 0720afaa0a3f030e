import type { components } from '../../contract/api.gen.js';
import { openapi } from '../../contract/openapi.gen.js';
import { operation } from '../../contract/operations.js';
import type { Route, RouteDeps } from '../route.js';

type Health = components['schemas']['Health'];
type Liveness = components['schemas']['Liveness'];
type Readiness = components['schemas']['Readiness'];
type NotReadyReason = components['schemas']['NotReadyReason'];

/** Everything that keeps the server from being ready. */
async function notReadyReasons({ store, writer, lifecycle }: RouteDeps): Promise<NotReadyReason[]> {
  const isEngineThere = store.isMigrated && (await store.isAlive());
  const conditions: Record<NotReadyReason, boolean> = {
    starting: lifecycle.phase === 'starting',
    shutting_down: lifecycle.phase === 'leaving' || lifecycle.phase === 'closing',
    engine_unavailable: store.isMigrated && !isEngineThere,
    migrations_pending: !store.isMigrated,
    queue_full: writer.queuedBytes >= writer.maxQueuedBytes,
  };
  return (Object.keys(conditions) as NotReadyReason[]).filter((reason) => conditions[reason]);
}

/**
 * The server's state. `/livez` answers while the process does, `/readyz` says whether to send it requests, `/healthz`
 * asks the engine and fails with it; `/openapi.json` is the contract.
 */
export const healthRoutes: Route = (app, deps) => {
  const { store } = deps;
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
  app.route({ ...operation('getLiveness'), handler: (): Liveness => ({ status: 'alive' }) });
  app.route({
    ...operation('getReadiness'),
    handler: async (_request, reply): Promise<Readiness> => {
      const reasons = await notReadyReasons(deps);
      void reply.status(reasons.length === 0 ? 200 : 503);
      return { status: reasons.length === 0 ? 'ready' : 'not_ready', reasons };
    },
  });
  app.route({ ...operation('getOpenapi'), handler: () => openapi });
};
