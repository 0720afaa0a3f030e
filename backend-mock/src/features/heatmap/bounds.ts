/** Latencies of a trace are at most 100 days; whatever is longer is in the last bucket. */
const DOUBLINGS = 33;
const DIGITS = 4;

/**
 * Lower bounds of latency buckets in ms, ascending: 0, then 1 and on by the same factor. They are rounded, so that they
 * read well and are the same numbers wherever they are written; buckets are made by comparison with them, never by logarithms,
 * whose last digit could put a latency on the wrong side.
 * @param perDoubling Buckets from any latency to its double.
 */
export function bucketBounds(perDoubling: number): number[] {
  const count = DOUBLINGS * perDoubling + 1;
  const powers = Array.from({ length: count }, (_, index) => Number((2 ** (index / perDoubling)).toPrecision(DIGITS)));
  return [0, ...powers];
}
