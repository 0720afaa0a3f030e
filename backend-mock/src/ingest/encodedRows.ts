import { priceBookOf } from '../features/prices/priceBook.js';
import type { Store } from '../store/store.js';
import { SPAN_COLUMN_KINDS, TRACE_COLUMN_KINDS } from './columns.js';
import { RowBinaryWriter } from './rowBinary.js';
import type { SpanRow, TraceRow } from './rows.js';

/** A span as the engine takes it. */
export interface EncodedSpan {
  /** Trace and span id. */
  key: string;
  bytes: Uint8Array;
}

/** A priced trace as the engine takes it. */
export interface EncodedTrace {
  requestId: string;
  bytes: Uint8Array;
  /** Spans that belong to it alone; a duplicate trace drops them too. */
  spans: readonly EncodedSpan[];
}

/** What is stored as one unit, as the engine takes it. */
export interface EncodedBatch {
  traces: readonly EncodedTrace[];
  /** Spans that do not depend on a request being new. */
  spans: readonly EncodedSpan[];
}

/**
 * Makes rows into bytes. Whoever reads many does this with each row at once: bytes lie outside of what the garbage
 * collector goes through, rows that wait for the others do not.
 */
export interface RowEncoder {
  /** @param row Is priced in place. */
  trace: (row: TraceRow, spans?: readonly SpanRow[]) => EncodedTrace;
  span: (row: SpanRow) => EncodedSpan;
}

/** Encodes the rows of a store with the prices it has now. */
export class EncodedRows {
  readonly #store: Store;
  readonly #traces = new RowBinaryWriter(TRACE_COLUMN_KINDS);
  readonly #spans = new RowBinaryWriter(SPAN_COLUMN_KINDS);

  constructor(store: Store) {
    this.#store = store;
  }

  async encoder(): Promise<RowEncoder> {
    const priced = await priceBookOf(this.#store).pricer();
    const span = (row: SpanRow) => ({ key: `${row.trace_id}-${row.span_id}`, bytes: this.#spans.row(row) });
    return {
      span,
      trace: (row, spans = []) => ({
        requestId: row.request_id,
        bytes: this.#traces.row(priced(row)),
        spans: spans.map(span),
      }),
    };
  }
}

/** Bytes of a batch as they are sent to the engine. */
export function sizeOf({ traces, spans }: EncodedBatch): number {
  let total = 0;
  for (const { bytes } of spans) total += bytes.length;
  for (const trace of traces) {
    total += trace.bytes.length;
    for (const { bytes } of trace.spans) total += bytes.length;
  }
  return total;
}

/** Spans of one insert are stored at the same time, so that the table cannot tell which of two copies came first. */
export function firstOfEach(spans: readonly EncodedSpan[]): Uint8Array[] {
  const first = new Map<string, Uint8Array>();
  for (const { key, bytes } of spans) {
    if (!first.has(key)) first.set(key, bytes);
  }
  return [...first.values()];
}
