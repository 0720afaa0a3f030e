import type { FastifyInstance } from 'fastify';
import type { Lifecycle } from '../http/lifecycle.js';
import type { IngestReport } from '../ingest/ingestReport.js';
import type { TraceWriter } from '../ingest/traceWriter.js';
import type { Store } from '../store/store.js';
import type { KeyRing } from './keys/keyRing.js';
import type { ServerMetrics } from './prometheus/serverMetrics.js';
import type { KnownModels } from './selection/knownModels.js';

/** What operations work with. */
export interface RouteDeps {
  store: Store;
  writer: TraceWriter;
  knownModels: KnownModels;
  /** Counts what arrives. */
  report: IngestReport;
  keys: KeyRing;
  metrics: ServerMetrics;
  lifecycle: Lifecycle;
  /** Time that the reader of an export may take nothing. */
  exportStallMs: number;
}

/** Adds the operations of one slice to the app. */
export type Route = (app: FastifyInstance, deps: RouteDeps) => void;
