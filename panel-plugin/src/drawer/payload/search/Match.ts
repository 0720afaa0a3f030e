/** A place in a text that matches. */
export interface Match {
  block: number;
  /** Code units from the beginning of the block. */
  start: number;
  length: number;
}

/** Knows which places of a text match. */
export interface Marks {
  /** Matches that are wholly or partly in [start, end) of a block, in order. */
  within: (block: number, start: number, end: number) => Match[];
}
