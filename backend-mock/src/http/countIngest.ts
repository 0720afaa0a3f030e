import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What became of the traces and spans of one request. */
export interface IngestTally {
  /** Traces that were stored. */
  accepted: number;
  /** Traces that were stored before. */
  duplicates: number;
  /** Traces or spans that could not be read and were left out. */
  rejected: number;
  /** OpenTelemetry spans that were taken. */
  spans: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** To be called once a request's traces are stored: they count against its key's limit, and in the server's measures. */
    countIngest(tally: IngestTally): void;
  }
}

/** Gives requests `countIngest`. */
export function registerIngestTally(app: FastifyInstance, observe: (tally: IngestTally) => void): void {
  app.decorateRequest('countIngest', function countIngest(this: FastifyRequest, tally: IngestTally) {
    this.key?.traces?.spend(tally.accepted);
    observe(tally);
  });
}
