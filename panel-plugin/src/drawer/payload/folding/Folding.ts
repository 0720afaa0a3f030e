import type { Row } from '../text/Rows';
import type { TextBlocks } from '../text/TextBlocks';
import type { Folded } from './Folded';
import type { FoldIndex } from './FoldIndex';

/** What can be folded of a text, what is, and how that is changed. */
export interface Folding {
  index: FoldIndex;
  folded: Folded;
  toggle: (part: number) => void;
}

/** The object or array that a row of the text begins, if it can be folded. Such a row ends with the opening sign. */
export function partOf({ block, start, end }: Row, text: TextBlocks, index: FoldIndex): number | undefined {
  const last = text.block(block).charAt(end - 1);
  if (last !== '{' && last !== '[') {
    return undefined;
  }
  const before = text.charactersBefore(block);
  const part = index.beginningWithin(before + start, before + end);
  return part !== undefined && index.isWhole(part) ? part : undefined;
}

const KEY = /^\s*"((?:[^"\\]|\\.)*)": [[{]$/;

/** The key of an object or array by the row that it begins; '' for what has none. */
export function keyOf({ block, start, end }: Row, text: TextBlocks): string {
  return KEY.exec(text.block(block).slice(start, end))?.[1] ?? '';
}

/** The closing sign of a part, with the comma after it. */
export function closingOf(part: number, text: TextBlocks, index: FoldIndex): string {
  const { block, offset } = text.placeOf(index.endOf(part));
  const signs = text.block(block).slice(offset, offset + 2);
  return signs.charAt(1) === ',' ? signs : signs.charAt(0);
}
