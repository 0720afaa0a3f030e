import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { contractDocument, type Schema } from './contract/operations.js';
import { fieldValuesRoutes } from './features/fieldValues/routes.js';
import { healthRoutes } from './features/health/routes.js';
import { latencyRoutes } from './features/latency/routes.js';
import { metricsRoutes } from './features/metrics/routes.js';
import { modelsRoutes } from './features/models/routes.js';
import { replicasRoutes } from './features/replicas/routes.js';
import type { RouteDeps } from './features/route.js';
import { KnownModels } from './features/selection/knownModels.js';
import { createTracesRoute } from './features/traces/createRoute.js';
import { readTracesRoutes } from './features/traces/readRoutes.js';
import { requireApiKey } from './http/apiKey.js';
import { registerBodies } from './http/bodies.js';
import { BodyBudget } from './http/bodyBudget.js';
import { answerUnroutable, registerErrorAnswers } from './http/errorAnswers.js';
import { requireOwnHost } from './http/ownHost.js';
import { readQuery } from './http/readQuery.js';
import { TraceWriter } from './ingest/traceWriter.js';
import { otlpRoutes } from './otlp/routes.js';
import type { Store } from './store/store.js';

/** What the app is built from; the store is opened and closed by whoever opened it. */
export interface AppDeps {
  store: Store;
  log: FastifyBaseLogger;
  /** Callers must send this key; undefined lets everyone in. */
  apiKey?: string | undefined;
  /** Whether callers must name this machine as the host; for a server without a key that no other machine reaches. */
  ownHostOnly?: boolean;
  /** Largest request body, after decompression. */
  maxBodyBytes: number;
  /** Bytes of all bodies, decompressed, that are held at once; by default two of the largest, and 128 MB at least. */
  maxBodiesBytes?: number;
  writer?: TraceWriter;
}

const ROUTES = [
  healthRoutes,
  createTracesRoute,
  readTracesRoutes,
  metricsRoutes,
  latencyRoutes,
  replicasRoutes,
  modelsRoutes,
  fieldValuesRoutes,
  otlpRoutes,
];

/** 13 filters with 200 values of 500 characters, each of them percent-encoded, and room for the rest. */
const MAX_HEADER_BYTES = 4_000_000;

const MIN_BODIES_BYTES = 128_000_000;

/** Longest time a request may take to arrive in full. */
const REQUEST_TIMEOUT_MS = 120_000;

/** The HTTP API. It never listens: `server.ts` does, tests use `inject`. */
export function buildApp(deps: AppDeps): FastifyInstance {
  const app = Fastify({
    loggerInstance: deps.log,
    // A line per request would drown what matters, and would hold searched texts.
    logController: new LogController({ disableRequestLogging: true }),
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
  registerBodies(app, new BodyBudget(deps.maxBodiesBytes ?? Math.max(MIN_BODIES_BYTES, 2 * deps.maxBodyBytes)));
  registerErrorAnswers(app);
  if (deps.ownHostOnly === true) requireOwnHost(app);
  if (deps.apiKey !== undefined) requireApiKey(app, deps.apiKey);
  app.addHook('preValidation', (request, _reply, done) => {
    const schema = request.routeOptions.schema?.querystring as Schema | undefined;
    if (schema) request.query = readQuery(request.query as Record<string, unknown>, schema);
    done();
  });
  const writer = deps.writer ?? new TraceWriter(deps.store, deps.log);
  app.addHook('onClose', () => writer.drain());
  const routeDeps: RouteDeps = { store: deps.store, writer, knownModels: new KnownModels(deps.store) };
  for (const route of ROUTES) route(app, routeDeps);
  return app;
}
