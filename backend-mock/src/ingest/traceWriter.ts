import { EventEmitter } from 'node:events';
import { CodedError } from '../errors.js';
import { priceBookOf } from '../features/prices/priceBook.js';
import type { Log } from '../logging.js';
import type { Store } from '../store/store.js';
import { removeLaterCopies } from './copies.js';
import { jsonLine } from './jsonLine.js';
import type { IngestBatch, SpanRow, StoredBatch } from './rows.js';
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

interface SpanLine {
  /** Trace and span id. */
  key: string;
  json: string;
}

interface Line {
  requestId: string;
  trace: string;
  spans: SpanLine[];
}

interface Job {
  lines: Line[];
  spans: SpanLine[];
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
  #queue: Job[] = [];
  #queuedBytes = 0;
  #storedBytes = 0;
  #working: Promise<void> | undefined;
  #arrived: (() => void) | undefined;
  readonly #stored = new EventEmitter().setMaxListeners(0);

  constructor(store: Store, log: Log, limits: WriterLimits = DEFAULT_LIMITS) {
    this.#store = store;
    this.#log = log;
    this.#limits = limits;
  }

  /**
   * Resolves when the batch is stored.
   * @throws OVERLOADED when the queue is full, ENGINE_UNAVAILABLE when the engine is away; a batch that was refused
   * may be sent again.
   */
  async write(batch: IngestBatch): Promise<StoredBatch> {
    const priced = await priceBookOf(this.#store).pricer();
    const lines: Line[] = [];
    const spans: SpanLine[] = [];
    await inTurns(batch.traces, ({ trace, spans: own }) => {
      lines.push({ requestId: trace.request_id, trace: jsonLine(priced(trace)), spans: own.map(spanLine) });
    });
    await inTurns(batch.spans, (span) => {
      spans.push(spanLine(span));
    });
    const bytes = sizeOf(lines, spans);
    // An empty queue takes a batch of any size; the size of one request is bounded before it comes here.
    if (this.#queuedBytes > 0 && this.#queuedBytes + bytes > this.#limits.maxQueuedBytes) {
      throw new CodedError('OVERLOADED', 'Too much is waiting to be stored. Nothing of this request was stored.', {
        retryAfterSeconds: OVERLOADED_RETRY_AFTER_SECONDS,
      });
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ lines, spans, bytes, resolve, reject });
      this.#queuedBytes += bytes;
      this.#arrived?.();
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
    let storing: Promise<void> | undefined;
    while (this.#queue.length > 0 || storing) {
      if (this.#queue.length === 0) {
        await Promise.race([storing, this.#arrival()]);
        continue;
      }
      const jobs = this.#takeJobs();
      // The engine takes these spans while it still stores the traces of the jobs before.
      const spans = this.#storeSpans(jobs);
      const spansDone = spans.catch(() => undefined);
      await storing;
      storing = this.#storeJobs(jobs, spans).then(() => {
        for (const job of jobs) this.#queuedBytes -= job.bytes;
        storing = undefined;
      });
      await spansDone;
    }
    this.#working = undefined;
  }

  #arrival(): Promise<void> {
    return new Promise((resolve) => {
      this.#arrived = resolve;
    });
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

  async #storeJobs(jobs: Job[], spans = this.#storeSpans(jobs)): Promise<void> {
    try {
      // Before the traces: a trace row is what makes a request visible, so a cut between the two shows nothing.
      await spans;
      const counts = await this.#insert(jobs);
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
    await this.#store.insert('spans', SPAN_COLUMNS, firstOfEach(jobs.flatMap(({ spans }) => spans)));
  }

  /** Spans first, as everywhere. */
  async #insert(jobs: Job[]): Promise<StoredBatch[]> {
    const seen = await storedIds(
      this.#store,
      jobs.flatMap((job) => job.lines.map((line) => line.requestId)),
    );
    const traces: string[] = [];
    const ids: string[] = [];
    const spans: SpanLine[] = [];
    const counts = jobs.map((job) => {
      const areDuplicates = job.lines.map(({ requestId }) => {
        const isDuplicate = seen.has(requestId);
        seen.add(requestId);
        return isDuplicate;
      });
      const fresh = job.lines.filter((_, index) => areDuplicates[index] === false);
      for (const line of fresh) {
        traces.push(line.trace);
        ids.push(line.requestId);
        spans.push(...line.spans);
      }
      return { accepted: fresh.length, duplicates: job.lines.length - fresh.length, areDuplicates };
    });
    await this.#store.insert('spans', SPAN_COLUMNS, firstOfEach(spans));
    await this.#store.insert('traces', TRACE_COLUMNS, traces);
    if (this.#store.isShared) await removeLaterCopies(this.#store, ids);
    if (traces.length > 0) this.#stored.emit('traces');
    return counts;
  }
}

function spanLine(span: SpanRow): SpanLine {
  return { key: `${span.trace_id}-${span.span_id}`, json: jsonLine(span) };
}

/** Spans of one insert are stored at the same time, so that the table cannot tell which of two copies came first. */
function firstOfEach(spans: readonly SpanLine[]): string[] {
  const first = new Map<string, string>();
  for (const { key, json } of spans) {
    if (!first.has(key)) first.set(key, json);
  }
  return [...first.values()];
}

/** Bytes of the rows as they are sent to the engine. */
function sizeOf(lines: readonly Line[], spans: readonly SpanLine[]): number {
  const sum = (all: readonly SpanLine[]) => all.reduce((total, { json }) => total + Buffer.byteLength(json), 0);
  return lines.reduce((total, line) => total + Buffer.byteLength(line.trace) + sum(line.spans), sum(spans));
}
