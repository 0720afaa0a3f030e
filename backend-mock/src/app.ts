import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { contractDocument, type Schema } from './contract/operations.js';
import { exportRoutes } from './features/export/routes.js';
import { fieldValuesRoutes } from './features/fieldValues/routes.js';
import { healthRoutes } from './features/health/routes.js';
import { ingestReportRoutes } from './features/ingestReport/routes.js';
import { KeyRing } from './features/keys/keyRing.js';
import { keysRoutes } from './features/keys/routes.js';
import { heatmapRoutes } from './features/heatmap/routes.js';
import { latencyRoutes } from './features/latency/routes.js';
import { metricsRoutes } from './features/metrics/routes.js';
import { modelsRoutes } from './features/models/routes.js';
import { pricesRoutes } from './features/prices/routes.js';
import { prometheusRoutes } from './features/prometheus/routes.js';
import { ServerMetrics } from './features/prometheus/serverMetrics.js';
import { queryRoutes } from './features/query/routes.js';
import { erasuresRoutes } from './features/erasures/routes.js';
import { retentionRoutes } from './features/retention/routes.js';
import { replicasRoutes } from './features/replicas/routes.js';
import type { RouteDeps } from './features/route.js';
import { KnownModels } from './features/selection/knownModels.js';
import { tailRoute } from './features/tail/routes.js';
import { createTracesRoute } from './features/traces/createRoute.js';
import { traceNeighborsRoute } from './features/traces/neighborsRoute.js';
import { tracePayloadRoute } from './features/traces/payloadRoute.js';
import { readTracesRoutes } from './features/traces/readRoutes.js';
import { type AnonymousCalls, requireAccess } from './http/access.js';
import { registerBodies } from './http/bodies.js';
import { BodyBudget } from './http/bodyBudget.js';
import { registerIngestTally } from './http/countIngest.js';
import { answerUnroutable, registerErrorAnswers } from './http/errorAnswers.js';
import { Lifecycle, refuseWhileClosing, refuseWhileStarting } from './http/lifecycle.js';
import { readQuery } from './http/readQuery.js';
import { requestIdOf } from './http/requestId.js';
import { logRequests } from './http/requestLog.js';
import { IngestReport } from './ingest/ingestReport.js';
import { TraceWriter } from './ingest/traceWriter.js';
import { otlpRoutes } from './otlp/routes.js';
import type { Store } from './store/store.js';

/** What the app is built from; the store is opened and closed by whoever opened it. */
export interface AppDeps {
  store: Store;
  log: FastifyBaseLogger;
  /** The key of MODELTRACE_API_KEY, which may do everything. Calls need a key when it is given or one is stored. */
  apiKey?: string | undefined;
  /** The keys, when whoever opened the store has read them; `apiKey` is theirs then. */
  keys?: KeyRing;
  /** Who is let in without a key while the server has none; by default everybody. Looked at with every request. */
  anonymous?: AnonymousCalls;
  /** Requests that take this long are logged at info; default 2000 ms. */
  slowRequestMs?: number;
  lifecycle?: Lifecycle;
  /** Time that the reader of an export may take nothing; default ten minutes. */
  exportStallMs?: number;
  /** Largest request body, after decompression. */
  maxBodyBytes: number;
  /** The same of JSON bodies where that is less: they are read in one go. */
  maxJsonBodyBytes?: number;
  /** Bytes of all bodies, decompressed, that are held at once; by default two of the largest, and 128 MB at least. */
  maxBodiesBytes?: number;
  writer?: TraceWriter;
}

const ROUTES = [
  healthRoutes,
  createTracesRoute,
  readTracesRoutes,
  tracePayloadRoute,
  traceNeighborsRoute,
  tailRoute,
  metricsRoutes,
  queryRoutes,
  latencyRoutes,
  heatmapRoutes,
  replicasRoutes,
  modelsRoutes,
  fieldValuesRoutes,
  exportRoutes,
  keysRoutes,
  prometheusRoutes,
  pricesRoutes,
  retentionRoutes,
  erasuresRoutes,
  otlpRoutes,
  ingestReportRoutes,
];

/** 13 filters with 200 values of 500 characters, each of them percent-encoded, and room for the rest. */
const MAX_HEADER_BYTES = 4_000_000;

const MIN_BODIES_BYTES = 128_000_000;

const DEFAULT_SLOW_REQUEST_MS = 2000;

const DEFAULT_EXPORT_STALL_MS = 600_000;

/** Longest time a request may take to arrive in full. */
const REQUEST_TIMEOUT_MS = 120_000;

/** The HTTP API. It never listens: `server.ts` does, tests use `inject`. */
export function buildApp(deps: AppDeps): FastifyInstance {
  const app = Fastify({
    loggerInstance: deps.log,
    // The framework's lines hold URLs and with them searched texts; `logRequests` writes our own.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'http_request_id' }),
    genReqId: requestIdOf,
    // The framework's own answer while it closes is not of the contract's form; `refuseWhileClosing` gives ours.
    return503OnClosing: false,
    frameworkErrors: answerUnroutable,
    bodyLimit: deps.maxBodyBytes,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Filters of a list are in its URL.
    http: { maxHeaderSize: MAX_HEADER_BYTES },
    // Request ids are up to 200 characters, each up to 12 when percent-encoded.
    routerOptions: { maxParamLength: 2400 },
    ajv: {
      // Bodies are taken as they are sent: nothing is converted or dropped.
      customOptions: {
        coerceTypes: false,
        removeAdditional: false,
        useDefaults: true,
        allErrors: false,
        strict: false,
      },
    },
  });
  app.addSchema(contractDocument);
  const budget = new BodyBudget(deps.maxBodiesBytes ?? Math.max(MIN_BODIES_BYTES, 2 * deps.maxBodyBytes));
  registerBodies(app, budget, deps.maxJsonBodyBytes ?? deps.maxBodyBytes);
  registerErrorAnswers(app);
  const writer = deps.writer ?? new TraceWriter(deps.store, deps.log);
  const keys = deps.keys ?? new KeyRing(deps.store, deps.apiKey);
  const lifecycle = deps.lifecycle ?? new Lifecycle();
  const metrics = new ServerMetrics(deps.store, writer);
  logRequests(app, metrics, deps.slowRequestMs ?? DEFAULT_SLOW_REQUEST_MS);
  refuseWhileStarting(app, lifecycle);
  refuseWhileClosing(app, lifecycle);
  requireAccess(app, keys, deps.anonymous ?? { allowed: true, ownHostOnly: false });
  registerIngestTally(app, (tally) => {
    metrics.countIngest(tally);
  });
  app.addHook('preValidation', (request, _reply, done) => {
    const schema = request.routeOptions.schema?.querystring as Schema | undefined;
    if (schema) request.query = readQuery(request.query as Record<string, unknown>, schema);
    done();
  });
  app.addHook('onClose', () => writer.drain());
  const knownModels = new KnownModels(deps.store);
  const report = new IngestReport();
  const exportStallMs = deps.exportStallMs ?? DEFAULT_EXPORT_STALL_MS;
  const { store } = deps;
  const routeDeps: RouteDeps = { store, writer, knownModels, report, keys, metrics, lifecycle, exportStallMs };
  for (const route of ROUTES) route(app, routeDeps);
  return app;
}
