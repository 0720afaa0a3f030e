import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { openapi } from '../../contract/openapi.gen.js';
import type { IngestTally } from '../../http/countIngest.js';
import type { RequestObserver, RequestOutcome } from '../../http/requestLog.js';
import type { TraceWriter } from '../../ingest/traceWriter.js';
import type { Asked, Store } from '../../store/store.js';

const MS_PER_SECOND = 1000;
const REQUEST_BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** 2xx, 3xx, 4xx, 5xx, or `gone` for a caller that did not wait. */
function statusClass(status: number): string {
  return status === 0 ? 'gone' : `${Math.floor(status / 100)}xx`;
}

/**
 * What the server says about itself to Prometheus. Labels take values from the contract and from this source only, so
 * their number is bounded whatever callers send. docs/operations.md lists the names.
 */
export class ServerMetrics implements RequestObserver {
  readonly registry = new Registry();
  readonly #registers = [this.registry];
  readonly #requests = new Histogram({
    name: 'modeltrace_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['operation', 'status'],
    buckets: REQUEST_BUCKETS_SECONDS,
    registers: this.#registers,
  });
  readonly #openRequests = new Gauge({
    name: 'modeltrace_http_requests_open',
    help: 'Requests that are being answered, such as running exports and followed lists.',
    labelNames: ['operation'],
    registers: this.#registers,
  });
  readonly #traces = new Counter({
    name: 'modeltrace_ingest_traces_total',
    help: 'Traces by what became of them: stored, stored before, or left out because they could not be read.',
    labelNames: ['outcome'],
    registers: this.#registers,
  });
  readonly #spans = new Counter({
    name: 'modeltrace_ingest_spans_total',
    help: 'OpenTelemetry spans that were taken.',
    registers: this.#registers,
  });
  readonly #asked = new Histogram({
    name: 'modeltrace_engine_query_duration_seconds',
    help: 'Time the engine took, by kind of statement: rows, stream, command, insert.',
    labelNames: ['kind'],
    buckets: REQUEST_BUCKETS_SECONDS,
    registers: this.#registers,
  });
  readonly #failures = new Counter({
    name: 'modeltrace_engine_query_errors_total',
    help: 'Statements that the engine did not answer, by kind and error code.',
    labelNames: ['kind', 'code'],
    registers: this.#registers,
  });

  constructor(store: Store, writer: TraceWriter) {
    collectDefaultMetrics({ register: this.registry });
    // Series that are there from the start let a rate see the first event.
    for (const outcome of ['accepted', 'duplicate', 'rejected']) this.#traces.inc({ outcome }, 0);
    store.onAsked = (asked) => {
      this.#countAsked(asked);
    };
    this.#readAtScrape(store, writer);
  }

  requestStarted(operation: string): void {
    this.#openRequests.inc({ operation });
  }

  requestEnded({ operation, status, durationMs }: RequestOutcome): void {
    this.#openRequests.dec({ operation });
    this.#requests.observe({ operation, status: statusClass(status) }, durationMs / MS_PER_SECOND);
  }

  countIngest({ accepted, duplicates, rejected, spans }: IngestTally): void {
    this.#traces.inc({ outcome: 'accepted' }, accepted);
    this.#traces.inc({ outcome: 'duplicate' }, duplicates);
    this.#traces.inc({ outcome: 'rejected' }, rejected);
    this.#spans.inc(spans);
  }

  #countAsked({ kind, errorCode, durationMs }: Asked): void {
    if (errorCode === undefined) this.#asked.observe({ kind }, durationMs / MS_PER_SECOND);
    else this.#failures.inc({ kind, code: errorCode });
  }

  /** What is known elsewhere is asked for when Prometheus asks. */
  #readAtScrape(store: Store, writer: TraceWriter): void {
    const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
      new Gauge({
        name,
        help,
        registers: this.#registers,
        async collect() {
          this.set(await read());
        },
      });
    const total = (name: string, help: string, read: () => number) =>
      new Counter({
        name,
        help,
        registers: this.#registers,
        collect() {
          this.reset();
          this.inc(read());
        },
      });
    gauge(
      'modeltrace_ingest_queue_bytes',
      'Rows that wait to be stored or are being stored.',
      () => writer.queuedBytes,
    );
    gauge(
      'modeltrace_ingest_queue_limit_bytes',
      'Rows that may wait before requests are refused.',
      () => writer.maxQueuedBytes,
    );
    total(
      'modeltrace_ingest_bytes_total',
      'Rows that were stored, as they are sent to the engine.',
      () => writer.storedBytes,
    );
    gauge('modeltrace_engine_up', '1 when the engine answers.', async () => ((await store.isAlive()) ? 1 : 0));
    total(
      'modeltrace_engine_restarts_total',
      'Times the embedded engine ended by itself and was started again.',
      () => store.engineRestarts,
    );
    new Gauge({
      name: 'modeltrace_build_info',
      help: '1, with version and kind of engine.',
      labelNames: ['version', 'engine'],
      registers: this.#registers,
    }).set({ version: openapi.info.version, engine: store.engineKind }, 1);
  }
}
