/** A search that is done step by step. */
export interface SteppedSearch {
  /** Matches found by now. */
  readonly count: number;
  /**
   * Searches on; false when there is nothing to search for now.
   * @param isComplete whether what is searched has its end
   */
  step: (isComplete: boolean) => boolean;
  /** Whether all that can be searched by now has been. */
  isDone: (isComplete: boolean) => boolean;
}
