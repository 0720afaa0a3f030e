import type { JsonNode } from '../json/jsonNode';
import type { Sliced } from '../../slices/runSliced';
import { bestInOrder, commonInOrder, type Match } from './commonInOrder';
import { similarity } from './similarity';

/** An element of one list or of both. */
export interface AlignedPair {
  left: number | undefined;
  right: number | undefined;
  /** Both have it, but at another place among the elements that both have. */
  moved: boolean;
}

/** Less in common, and an element counts as removed and another as added. */
const MIN_SIMILARITY = 0.3;
/** What moved and changed at once must have in common: nothing else says that it is the same element. */
const MIN_MOVED_SIMILARITY = 0.6;
/** Comparisons of elements by their contents. Larger gaps are paired by their order. */
const MAX_COMPARISONS = 900;

/** Longer lists, as vectors are, are compared place by place. */
const MAX_ALIGNED = 100_000;

/** Which element of the left list is which of the right: by equality first, then by what they have in common. */
export function* alignArrays(left: readonly JsonNode[], right: readonly JsonNode[]): Sliced<Iterable<AlignedPair>> {
  if (Math.max(left.length, right.length) > MAX_ALIGNED) {
    const pairs: Iterable<AlignedPair> = placeByPlace(left.length, right.length);
    return pairs;
  }
  const equal = yield* commonInOrder(
    left.map(({ id }) => id),
    right.map(({ id }) => id)
  );
  yield;
  const moved = equalElsewhere(left, right, equal);
  yield;
  const inOrder = [...equal];
  const free = freePlaces(left.length, right.length, [...equal, ...moved]);
  yield;
  for (const gap of gapsOf(free, equal, left.length, right.length)) {
    for (const match of yield* similarInGap(left, right, gap)) {
      inOrder.push(match);
    }
  }
  inOrder.sort((a, b) => a[0] - b[0]);
  const rest = freePlaces(left.length, right.length, [...inOrder, ...moved]);
  moved.push(...(yield* similarElsewhere(left, right, rest)));
  yield;
  return inReadingOrder(left.length, right.length, inOrder, moved);
}

function* placeByPlace(leftCount: number, rightCount: number): Generator<AlignedPair, void, unknown> {
  for (let place = 0; place < Math.max(leftCount, rightCount); place += 1) {
    yield {
      left: place < leftCount ? place : undefined,
      right: place < rightCount ? place : undefined,
      moved: false,
    };
  }
}

interface Places {
  left: number[];
  right: number[];
}

function freePlaces(leftCount: number, rightCount: number, taken: readonly Match[]): Places {
  const lefts = new Set(taken.map(([left]) => left));
  const rights = new Set(taken.map(([, right]) => right));
  return { left: numbersWithout(leftCount, lefts), right: numbersWithout(rightCount, rights) };
}

function numbersWithout(count: number, taken: ReadonlySet<number>): number[] {
  return Array.from({ length: count }, (_, index) => index).filter((index) => !taken.has(index));
}

function equalElsewhere(left: readonly JsonNode[], right: readonly JsonNode[], equal: readonly Match[]): Match[] {
  const free = freePlaces(left.length, right.length, equal);
  const places = new Map<number, number[]>();
  for (const place of [...free.right].reverse()) {
    const id = right[place]?.id ?? -1;
    const known = places.get(id);
    if (known) {
      known.push(place);
    } else {
      places.set(id, [place]);
    }
  }
  return free.left.flatMap((place): Match[] => {
    const other = places.get(left[place]?.id ?? -1)?.pop();
    return other === undefined ? [] : [[place, other]];
  });
}

/** Free places between two neighbouring matches, where there are some on both sides. */
function gapsOf(free: Places, matches: readonly Match[], leftCount: number, rightCount: number): Places[] {
  const gaps: Places[] = [];
  let leftNext = 0;
  let rightNext = 0;
  for (const [leftEnd, rightEnd] of [...matches, [leftCount, rightCount] as const]) {
    const gap: Places = { left: [], right: [] };
    for (; (free.left[leftNext] ?? Infinity) < leftEnd; leftNext += 1) {
      gap.left.push(free.left[leftNext] ?? 0);
    }
    for (; (free.right[rightNext] ?? Infinity) < rightEnd; rightNext += 1) {
      gap.right.push(free.right[rightNext] ?? 0);
    }
    if (gap.left.length > 0 && gap.right.length > 0) {
      gaps.push(gap);
    }
  }
  return gaps;
}

function* similarInGap(left: readonly JsonNode[], right: readonly JsonNode[], gap: Places): Sliced<Match[]> {
  if (gap.left.length * gap.right.length > MAX_COMPARISONS) {
    yield;
    return gap.left.slice(0, gap.right.length).map((place, index) => [place, gap.right[index] ?? 0]);
  }
  const scores = yield* similarities(left, right, gap, MIN_SIMILARITY);
  return bestInOrder(gap.left.length, gap.right.length, scores).map(([row, column]) => [
    gap.left[row] ?? 0,
    gap.right[column] ?? 0,
  ]);
}

function* similarElsewhere(left: readonly JsonNode[], right: readonly JsonNode[], free: Places): Sliced<Match[]> {
  if (free.left.length * free.right.length > MAX_COMPARISONS) {
    return [];
  }
  const scores = yield* similarities(left, right, free, MIN_MOVED_SIMILARITY);
  const columns = free.right.length;
  const candidates = [...scores.keys()].filter((cell) => (scores[cell] ?? 0) > 0);
  const rows = new Set<number>();
  const taken = new Set<number>();
  const matches: Match[] = [];
  for (const cell of candidates.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))) {
    const row = Math.floor(cell / columns);
    const column = cell % columns;
    if (!rows.has(row) && !taken.has(column)) {
      rows.add(row);
      taken.add(column);
      matches.push([free.left[row] ?? 0, free.right[column] ?? 0]);
    }
  }
  return matches;
}

/** Of all pairs, row by row; 0 where it is below `atLeast`. */
function* similarities(
  left: readonly JsonNode[],
  right: readonly JsonNode[],
  places: Places,
  atLeast: number
): Sliced<Float64Array> {
  const scores = new Float64Array(places.left.length * places.right.length);
  let cell = 0;
  for (const leftPlace of places.left) {
    for (const rightPlace of places.right) {
      const one = left[leftPlace];
      const other = right[rightPlace];
      const common = one && other ? similarity(one, other) : 0;
      scores[cell] = common >= atLeast ? common : 0;
      cell += 1;
      yield;
    }
  }
  return scores;
}

/** As one reads both lists downwards: what was removed stands before what is there in its place; moved stands where it is now. */
function inReadingOrder(
  leftCount: number,
  rightCount: number,
  inOrder: readonly Match[],
  moved: readonly Match[]
): AlignedPair[] {
  const movedTo = new Map(moved.map(([left, right]) => [right, left]));
  const movedFrom = new Set(moved.map(([left]) => left));
  const pairs: AlignedPair[] = [];
  let left = 0;
  let right = 0;
  for (const [leftEnd, rightEnd] of [...inOrder, [leftCount, rightCount] as const]) {
    for (; left < leftEnd; left += 1) {
      if (!movedFrom.has(left)) {
        pairs.push({ left, right: undefined, moved: false });
      }
    }
    for (; right < rightEnd; right += 1) {
      pairs.push({ left: movedTo.get(right), right, moved: movedTo.has(right) });
    }
    if (left < leftCount && right < rightCount) {
      pairs.push({ left, right, moved: false });
    }
    left += 1;
    right += 1;
  }
  return pairs;
}
