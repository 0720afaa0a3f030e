/** Characters of a JSON string that are read in one step: about a millisecond of work. */
export const PIECE_CHARACTERS = 200_000;

/** The longest escape, `\u00e9`. */
const MAX_ESCAPE = 6;

/**
 * Where the piece of a JSON string ends that begins at `start`, so that pieces can be read one by one: not within an
 * escape. The last one ends at `end`, where the string's closing quote is.
 */
export function pieceEnd(text: string, start: number, end: number): number {
  const place = start + PIECE_CHARACTERS;
  if (place >= end) {
    return end;
  }
  let first = text.indexOf('\\', place - MAX_ESCAPE);
  if (first < 0 || first >= place) {
    return place;
  }
  // A backslash may itself be escaped by the one before it.
  while (first > start && text.charAt(first - 1) === '\\') {
    first -= 1;
  }
  // Nothing but backslashes: in pairs, of which an even number is taken.
  return first > start ? first : place - ((place - start) % 2);
}
