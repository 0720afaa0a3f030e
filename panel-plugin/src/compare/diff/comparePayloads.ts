import { NodeIds } from '../json/jsonNode';
import { parseJson } from '../json/parseJson';
import type { Sliced } from '../slices/runSliced';
import { diffJson, type Difference } from './diffJson';

/** What two payloads are compared as: JSON values, or texts because one of them is not JSON. */
export interface PayloadDiff {
  as: 'json' | 'text';
  differences: Difference[];
  /** Only the beginnings were compared. */
  isCut: boolean;
}

/** A payload, or its beginning. */
export interface PayloadText {
  text: string;
  isCut: boolean;
}

/** The differences between two payloads. Texts that are not JSON are compared as texts. */
export function* comparePayloads(left: PayloadText, right: PayloadText, as: 'json' | 'text'): Sliced<PayloadDiff> {
  const ids = new NodeIds();
  const isSwapped = left.text > right.text;
  if (as === 'json') {
    const leftValue = yield* parseJson(left.text, ids, left.isCut);
    const rightValue = leftValue && (yield* parseJson(right.text, ids, right.isCut));
    if (rightValue) {
      const found = yield* diffJson(leftValue.value, rightValue.value, isSwapped);
      return { as, differences: found, isCut: leftValue.isCut || rightValue.isCut };
    }
  }
  const found = yield* diffJson(ids.string(left.text), ids.string(right.text), isSwapped);
  return { as: 'text', differences: found, isCut: left.isCut || right.isCut };
}

/** How many there are of each kind of difference. */
export function countDifferences(differences: readonly Difference[]): Record<Difference['kind'], number> {
  const counts = { same: 0, changed: 0, added: 0, removed: 0, moved: 0 };
  for (const { kind } of differences) {
    counts[kind] += 1;
  }
  return counts;
}
