import { diffArrays } from 'diff';

/** A stretch of text that is on both sides, or on one of them only. */
export interface TextPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Longer stretches are compared line by line, which has fewer pieces. */
const MAX_WORD_TEXT = 10_000;
/** Longer stretches are not looked into. */
const MAX_LINE_TEXT = 300_000;
/** Pieces that differ between two stretches. The time grows with its square; beyond it hardly anything is common. */
const MAX_EDITS = 400;
/** Characters that are compared at a time. */
const BLOCK = 1_000;
/** Of the shorter stretch: with less in common, scattered equal words would only hide that this is another text. */
const MIN_COMMON = 0.2;

/** Words, runs of white space, single ideographs and kana (which have no spaces between words), and other signs. */
const WORDS = /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}_]+|[^]/gu;
const LINES = /[^\n]*\n|[^\n]+/g;

/**
 * What two texts have in common and what not, in words, or in lines where the texts are long. The removed and same parts
 * make the left text, the added and same parts the right one, character by character.
 */
export function textParts(left: string, right: string): TextPart[] {
  const start = equalStart(left, right);
  const end = equalEnd(left, right, start);
  const removed = left.slice(start, left.length - end);
  const added = right.slice(start, right.length - end);
  return [
    ...part('same', left.slice(0, start)),
    ...middleParts(removed, added),
    ...part('same', left.slice(left.length - end)),
  ];
}

function middleParts(left: string, right: string): TextPart[] {
  const length = Math.max(left.length, right.length);
  const replaced = [...part('removed', left), ...part('added', right)];
  if (replaced.length < 2 || length > MAX_LINE_TEXT) {
    return replaced;
  }
  const pieces = length > MAX_WORD_TEXT ? LINES : WORDS;
  const changes = diffArrays(left.match(pieces) ?? [], right.match(pieces) ?? [], { maxEditLength: MAX_EDITS });
  if (!changes) {
    return replaced;
  }
  const parts = changes.map(({ added, removed, value }): TextPart => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
  const common = parts.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.trim().length : 0), 0);
  return common < MIN_COMMON * Math.min(left.length, right.length) ? replaced : parts;
}

function part(kind: TextPart['kind'], text: string): TextPart[] {
  return text === '' ? [] : [{ kind, text }];
}

/** Length of the beginning that both have, up to the end of a word. */
function equalStart(left: string, right: string): number {
  const most = Math.min(left.length, right.length);
  let length = 0;
  while (length + BLOCK <= most && left.startsWith(right.slice(length, length + BLOCK), length)) {
    length += BLOCK;
  }
  while (length < most && left.charCodeAt(length) === right.charCodeAt(length)) {
    length += 1;
  }
  return length === left.length && length === right.length ? length : wordBoundary(left, length, -1);
}

function equalEnd(left: string, right: string, start: number): number {
  const most = Math.min(left.length, right.length) - start;
  let length = 0;
  while (
    length + BLOCK <= most &&
    left.endsWith(right.slice(right.length - length - BLOCK, right.length - length), left.length - length)
  ) {
    length += BLOCK;
  }
  while (length < most && left.charCodeAt(left.length - 1 - length) === right.charCodeAt(right.length - 1 - length)) {
    length += 1;
  }
  return length === 0 ? 0 : left.length - wordBoundary(left, left.length - length, 1);
}

/** The next place in that direction beside white space, so that no word and no character is cut in two. */
function wordBoundary(text: string, from: number, direction: 1 | -1): number {
  let place = from;
  while (place > 0 && place < text.length && !/\s/.test(text.charAt(direction === 1 ? place : place - 1))) {
    place += direction;
  }
  return place;
}
