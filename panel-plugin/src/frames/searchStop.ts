/** Where a search through payloads stopped because its time was used up. */
export interface SearchStop {
  /** Cursor with which the same query goes on. */
  cursor: string;
  /** Milliseconds since 1970, or null when the frame does not say. All later traces have been searched. */
  searchedBackToMs: number | null;
}

/** Reads `continue` and `searchedBackTo` of a traces frame's `meta.custom` (contract/frames.yaml). */
export function searchStopOf(custom: Record<string, unknown> | undefined): SearchStop | undefined {
  const cursor = custom?.continue;
  if (typeof cursor !== 'string' || cursor === '') {
    return undefined;
  }
  const time = typeof custom?.searchedBackTo === 'string' ? Date.parse(custom.searchedBackTo) : NaN;
  return { cursor, searchedBackToMs: Number.isNaN(time) ? null : time };
}
