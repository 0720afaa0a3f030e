import type { Sliced } from '../../slices/runSliced';

/** Places of an equal element in both lists. */
export type Match = readonly [left: number, right: number];

interface Range {
  left: number;
  leftEnd: number;
  right: number;
  rightEnd: number;
}

/** Cells of the table that finds a longest common sequence; more would hold the page. */
const MAX_CELLS = 40_000;

/**
 * Equal elements that come in the same order in both lists, as `patience diff` finds them: equal beginnings and ends,
 * then elements that are there once on each side as landmarks, and the same again between these. Unlike the longest
 * common sequence it takes no quadratic time; small ranges get the longest one.
 */
export function* commonInOrder(left: readonly number[], right: readonly number[]): Sliced<Match[]> {
  const matches: Match[] = [];
  const ranges: Range[] = [{ left: 0, leftEnd: left.length, right: 0, rightEnd: right.length }];
  for (let range = ranges.pop(); range; range = ranges.pop()) {
    const middle = withoutEqualEnds(left, right, range, matches);
    const found = isSmall(middle) ? longestCommon(left, right, middle) : yield* landmarks(left, right, middle);
    yield;
    for (const match of found) {
      matches.push(match);
    }
    if (!isSmall(middle) && found.length > 0) {
      ranges.push(...between(middle, found));
    }
  }
  return matches.sort((a, b) => a[0] - b[0]);
}

function isSmall({ left, leftEnd, right, rightEnd }: Range): boolean {
  return (leftEnd - left) * (rightEnd - right) <= MAX_CELLS;
}

function withoutEqualEnds(a: readonly number[], b: readonly number[], range: Range, matches: Match[]): Range {
  let { left, leftEnd, right, rightEnd } = range;
  while (left < leftEnd && right < rightEnd && a[left] === b[right]) {
    matches.push([left, right]);
    left += 1;
    right += 1;
  }
  while (left < leftEnd && right < rightEnd && a[leftEnd - 1] === b[rightEnd - 1]) {
    leftEnd -= 1;
    rightEnd -= 1;
    matches.push([leftEnd, rightEnd]);
  }
  return { left, leftEnd, right, rightEnd };
}

/** Elements that both ranges have exactly once, as many as are in the same order. */
function* landmarks(a: readonly number[], b: readonly number[], range: Range): Sliced<Match[]> {
  const onLeft = oncePlaces(a, range.left, range.leftEnd);
  yield;
  const onRight = oncePlaces(b, range.right, range.rightEnd);
  yield;
  const pairs: Match[] = [];
  for (const [value, place] of onLeft) {
    const other = onRight.get(value);
    if (place >= 0 && other !== undefined && other >= 0) {
      pairs.push([place, other]);
    }
  }
  pairs.sort((x, y) => x[0] - y[0]);
  yield;
  return longestIncreasing(pairs);
}

/** Where each value is; -1 for values that are there more than once. */
function oncePlaces(values: readonly number[], start: number, end: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let place = start; place < end; place += 1) {
    const value = values[place] ?? -1;
    places.set(value, places.has(value) ? -1 : place);
  }
  return places;
}

/** The most pairs whose right places increase, too (patience sorting). */
function longestIncreasing(pairs: readonly Match[]): Match[] {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [index, [, right]] of pairs.entries()) {
    let low = 0;
    for (let high = tops.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < right) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    before.push(low > 0 ? (tops[low - 1] ?? -1) : -1);
    tops[low] = index;
  }
  const chain: Match[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) {
      chain.push(pair);
    }
  }
  return chain.reverse();
}

function between(range: Range, found: readonly Match[]): Range[] {
  const ranges: Range[] = [];
  let { left, right } = range;
  for (const [leftPlace, rightPlace] of [...found, [range.leftEnd, range.rightEnd] as const]) {
    if (left < leftPlace && right < rightPlace) {
      ranges.push({ left, leftEnd: leftPlace, right, rightEnd: rightPlace });
    }
    left = leftPlace + 1;
    right = rightPlace + 1;
  }
  return ranges;
}

function longestCommon(a: readonly number[], b: readonly number[], range: Range): Match[] {
  const rows = range.leftEnd - range.left;
  const columns = range.rightEnd - range.right;
  const scores = new Float64Array(rows * columns);
  for (let cell = 0; cell < scores.length; cell += 1) {
    scores[cell] = a[range.left + Math.floor(cell / columns)] === b[range.right + (cell % columns)] ? 1 : 0;
  }
  return bestInOrder(rows, columns, scores).map(([row, column]) => [range.left + row, range.right + column]);
}

/**
 * Pairs in the same order whose scores have the highest sum.
 * @param scores of each row's pairs, row by row; 0 for pairs that must not be
 */
export function bestInOrder(rows: number, columns: number, scores: Float64Array): Match[] {
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const at = (row: number, column: number) => best[row * width + column] ?? 0;
  const withPair = (row: number, column: number) => {
    const own = scores[row * columns + column] ?? 0;
    return own > 0 ? own + at(row + 1, column + 1) : 0;
  };
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      best[row * width + column] = Math.max(withPair(row, column), at(row + 1, column), at(row, column + 1));
    }
  }
  const matches: Match[] = [];
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const highest = at(row, column);
    if (highest > 0 && highest === withPair(row, column)) {
      matches.push([row, column]);
      row += 1;
      column += 1;
    } else if (highest === at(row + 1, column)) {
      row += 1;
    } else {
      column += 1;
    }
  }
  return matches;
}
