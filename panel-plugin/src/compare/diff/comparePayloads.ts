import { NodeIds } from '../json/jsonNode';
import { parseJson } from '../json/parseJson';
import type { Sliced } from '../../slices/runSliced';
import { diffJson, type Difference } from './diffJson';

/** What two payloads are compared as: JSON values, or texts because one of them is not JSON. */
export interface PayloadDiff {
  as: 'json' | 'text';
  differences: Difference[];
  /** Characters that were compared of a side of which there is more; undefined for what was compared in full. */
  leftCut: number | undefined;
  rightCut: number | undefined;
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
      const found = yield* diffJson(leftValue.value, rightValue.value, isSwapped, ids);
      return { as, differences: found, leftCut: cutOf(leftValue), rightCut: cutOf(rightValue) };
    }
  }
  const found = yield* diffJson(ids.string(left.text), ids.string(right.text), isSwapped, ids);
  const cuts = [left, right].map(({ text, isCut }) => cutOf({ isCut, characters: text.length }));
  return { as: 'text', differences: found, leftCut: cuts[0], rightCut: cuts[1] };
}

function cutOf({ isCut, characters }: { isCut: boolean; characters: number }): number | undefined {
  return isCut ? characters : undefined;
}

/** How many there are of each kind of difference. */
export function countDifferences(differences: readonly Difference[]): Record<Difference['kind'], number> {
  const counts = { same: 0, changed: 0, added: 0, removed: 0, moved: 0 };
  for (const { kind } of differences) {
    counts[kind] += 1;
  }
  return counts;
}
