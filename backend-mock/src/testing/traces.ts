import type { TraceInput } from '../ingest/traceRow.js';

/** A trace with the fields that are required, and the given ones. */
export function aTrace(fields: Partial<TraceInput> & { request_id: string }): TraceInput {
  return { model: 'gpt-4o', start_time: '2026-11-20T12:00:00Z', status: 'success', ...fields };
}

/** The columns of a `Columns` answer as rows, which are easier to read in an expectation. */
export function rowsOf(columns: unknown): Record<string, unknown>[] {
  const { data, rows } = columns as { data: Record<string, unknown[]>; rows: number };
  return Array.from({ length: rows }, (_, index) =>
    Object.fromEntries(Object.entries(data).map(([name, values]) => [name, values[index]])),
  );
}
