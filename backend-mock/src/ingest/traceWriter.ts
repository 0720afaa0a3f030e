import { EventEmitter } from 'node:events';
import { CodedError } from '../errors.js';
import type { Log } from '../logging.js';
import type { Store } from '../store/store.js';
import { removeLaterCopies } from './copies.js';
import {
  EncodedRows,
  type EncodedBatch,
  type EncodedSpan,
  firstOfEach,
  type RowEncoder,
  sizeOf,
} from './encodedRows.js';
import type { IngestBatch, StoredBatch } from './rows.js';
import { storedIds } from './storedIds.js';
import { inTurns } from './turns.js';
import { SPAN_COLUMNS, TRACE_COLUMNS } from './columns.js';

/** Bounds of the queue in front of the engine. */
export interface WriterLimits {
  /** Requests that are refused beyond this many bytes of waiting rows. */
  maxQueuedBytes: number;
  /** Bytes of rows that are stored with one insert, unless a single request is larger. */
  maxInsertBytes: number;
}

const DEFAULT_LIMITS: WriterLimits = { maxQueuedBytes: 256_000_000, maxInsertBytes: 64_000_000 };
const OVERLOADED_RETRY_AFTER_SECONDS = 1;

interface Job extends EncodedBatch {
  bytes: number;
  resolve: (counts: StoredBatch) => void;
  reject: (error: unknown) => void;
}

/**
 * Stores traces: collects what concurrent requests bring while the engine is busy into one insert, leaves out request
 * ids that are already stored, and answers after the engine has acknowledged. It is the only writer of a process,
 * so nothing comes between checking an id and storing it.
 */
export class TraceWriter {
  readonly #store: Store;
  readonly #log: Log;
  readonly #limits: WriterLimits;
  readonly #rows: EncodedRows;
  #queue: Job[] = [];
  #queuedBytes = 0;
  #storedBytes = 0;
  #working: Promise<void> | undefined;
  readonly #stored = new EventEmitter().setMaxListeners(0);

  constructor(store: Store, log: Log, limits: WriterLimits = DEFAULT_LIMITS) {
    this.#store = store;
    this.#rows = new EncodedRows(store);
    this.#log = log;
    this.#limits = limits;
  }

  /** What `writeEncoded` takes rows from, with the prices of now. */
  async encoder(): Promise<RowEncoder> {
    return this.#rows.encoder();
  }

  /** Encodes a batch in turns with other requests, and stores it as `writeEncoded` does. */
  async write(batch: IngestBatch): Promise<StoredBatch> {
    const encode = await this.encoder();
    const traces: EncodedBatch['traces'][number][] = [];
    const spans: EncodedSpan[] = [];
    await inTurns(batch.traces, ({ trace, spans: own }) => {
      traces.push(encode.trace(trace, own));
    });
    await inTurns(batch.spans, (span) => {
      spans.push(encode.span(span));
    });
    return this.writeEncoded({ traces, spans });
  }

  /**
   * Resolves when the batch is stored.
   * @throws OVERLOADED when the queue is full, ENGINE_UNAVAILABLE when the engine is away; a batch that was refused
   * may be sent again.
   */
  async writeEncoded(batch: EncodedBatch): Promise<StoredBatch> {
    const bytes = sizeOf(batch);
    // An empty queue takes a batch of any size; the size of one request is bounded before it comes here.
    if (this.#queuedBytes > 0 && this.#queuedBytes + bytes > this.#limits.maxQueuedBytes) {
      throw new CodedError('OVERLOADED', 'Too much is waiting to be stored. Nothing of this request was stored.', {
        retryAfterSeconds: OVERLOADED_RETRY_AFTER_SECONDS,
      });
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ ...batch, bytes, resolve, reject });
      this.#queuedBytes += bytes;
      this.#working ??= this.#work();
    });
  }

  /** Bytes of rows that wait to be stored or are being stored. */
  get queuedBytes(): number {
    return this.#queuedBytes;
  }

  /** Bytes of rows from which on requests are refused. */
  get maxQueuedBytes(): number {
    return this.#limits.maxQueuedBytes;
  }

  /** Bytes of rows, as they are sent to the engine, that were stored since the start. */
  get storedBytes(): number {
    return this.#storedBytes;
  }

  /** Calls `listener` whenever new traces have been stored, until the returned function is called. */
  whenStored(listener: () => void): () => void {
    this.#stored.on('traces', listener);
    return () => {
      this.#stored.off('traces', listener);
    };
  }

  /** Resolves when everything that was accepted is stored or refused. */
  async drain(): Promise<void> {
    await this.#working;
  }

  async #work(): Promise<void> {
    // Requests that arrive in the same turn of the event loop are stored together.
    await new Promise(setImmediate);
    while (this.#queue.length > 0) {
      // One insert after the other: what arrives meanwhile goes together. Many small parts cost the engine more than the
      // wait, as each is merged with all its projections.
      const jobs = this.#takeJobs();
      await this.#storeJobs(jobs);
      for (const job of jobs) this.#queuedBytes -= job.bytes;
    }
    this.#working = undefined;
  }

  #takeJobs(): Job[] {
    let bytes = 0;
    let count = 0;
    for (const job of this.#queue) {
      bytes += job.bytes;
      if (count > 0 && bytes > this.#limits.maxInsertBytes) break;
      count += 1;
    }
    return this.#queue.splice(0, count);
  }

  async #storeJobs(jobs: Job[]): Promise<void> {
    try {
      // Before the traces: a trace row is what makes a request visible, so a cut between the two shows nothing.
      const [seen] = await Promise.all([this.#storedIds(jobs), this.#storeSpans(jobs)]);
      const counts = await this.#insert(jobs, seen);
      for (const job of jobs) this.#storedBytes += job.bytes;
      jobs.forEach((job, index) => {
        job.resolve(counts[index] ?? { accepted: 0, duplicates: 0, areDuplicates: [] });
      });
    } catch (error) {
      const isRefused = error instanceof CodedError && error.code === 'INTERNAL';
      this.#log.error(
        { code: error instanceof CodedError ? error.code : 'unknown', requests: jobs.length },
        'insert failed',
      );
      if (!isRefused || jobs.length === 1) {
        for (const job of jobs) job.reject(error);
        return;
      }
      // One request's rows must not make the others fail.
      for (const job of jobs) await this.#storeJobs([job]);
    }
  }

  /** Stores the spans that do not depend on which requests are new. */
  async #storeSpans(jobs: Job[]): Promise<void> {
    await this.#store.insertRows('spans', SPAN_COLUMNS, firstOfEach(jobs.flatMap(({ spans }) => spans)));
  }

  async #storedIds(jobs: Job[]): Promise<Set<string>> {
    return storedIds(
      this.#store,
      jobs.flatMap((job) => job.traces.map(({ requestId }) => requestId)),
    );
  }

  /** Spans first, as everywhere. */
  async #insert(jobs: Job[], seen: Set<string>): Promise<StoredBatch[]> {
    const traces: Uint8Array[] = [];
    const ids: string[] = [];
    const spans: EncodedSpan[] = [];
    const counts = jobs.map((job) => {
      const areDuplicates = job.traces.map(({ requestId }) => {
        const isDuplicate = seen.has(requestId);
        seen.add(requestId);
        return isDuplicate;
      });
      const fresh = job.traces.filter((_, index) => areDuplicates[index] === false);
      for (const trace of fresh) {
        traces.push(trace.bytes);
        ids.push(trace.requestId);
        spans.push(...trace.spans);
      }
      return { accepted: fresh.length, duplicates: job.traces.length - fresh.length, areDuplicates };
    });
    await this.#store.insertRows('spans', SPAN_COLUMNS, firstOfEach(spans));
    await this.#store.insertRows('traces', TRACE_COLUMNS, traces);
    if (this.#store.isShared) await removeLaterCopies(this.#store, ids);
    if (traces.length > 0) this.#stored.emit('traces');
    return counts;
  }
}
