import type { Connection } from './call.js';
import type { components, operations } from './contract/api.gen.js';
import { type RetryOptions, withRetry } from './withRetry.js';

/** Parameters of the list but for the place in it. */
export type TraceListQuery = Omit<
  NonNullable<operations['listTraces']['parameters']['query']>,
  'cursor' | 'before' | 'limit'
>;
type TraceSummary = components['schemas']['TraceSummary'];

const PAGE_ROWS = 500;

/**
 * The traces that match, in the list's order, a page at a time: only one page is held. Traces that are stored while it
 * runs may or may not be among them.
 * @throws TraceServerError
 */
export async function* listAllTraces(
  connection: Connection,
  query: TraceListQuery = {},
  retry: RetryOptions = {},
): AsyncGenerator<TraceSummary, void, undefined> {
  let cursor: string | undefined;
  do {
    const page = await withRetry(
      () =>
        connection.call('get')('/api/v1/traces', {
          params: { query: { ...query, limit: PAGE_ROWS, ...(cursor !== undefined && { cursor }) } },
          ...(retry.signal && { signal: retry.signal }),
        }),
      retry,
    );
    yield* page.traces;
    const isLast = page.traces.length < PAGE_ROWS;
    // A search that used up its budget says where to go on, however few rows it found.
    cursor = page.continue ?? (isLast ? undefined : page.traces.at(-1)?.cursor);
  } while (cursor !== undefined);
}
