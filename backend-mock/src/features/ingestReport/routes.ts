import type { components } from '../../contract/api.gen.js';
import { operation } from '../../contract/operations.js';
import type { Route } from '../route.js';
import { unpricedModels } from './sql.js';

type IngestReport = components['schemas']['IngestReport'];
type UnpricedModel = components['schemas']['IngestReportModel'];

/** How far back requests without a known cost are looked for. */
const UNPRICED_DAYS = 7;
const DAY_MS = 86_400_000;

/** `GET /api/v1/ingest/report`: what arrived, and what of it was odd. */
export const ingestReportRoutes: Route = (app, { store, report }) => {
  app.route({
    ...operation('getIngestReport'),
    handler: async (): Promise<IngestReport> => {
      const unpricedFrom = new Date(Date.now() - UNPRICED_DAYS * DAY_MS);
      return {
        since: report.since.toISOString(),
        groups: report.groups(),
        unpriced_from: unpricedFrom.toISOString(),
        unpriced: await store.rows<UnpricedModel>(unpricedModels(unpricedFrom)),
      };
    },
  });
};
