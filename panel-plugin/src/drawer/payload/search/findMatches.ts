/**
 * Where `needle` is in `block`, upper and lower case alike, matches not overlapping. A match may end within `next`, the
 * text that follows the block.
 * @param needle in lower case
 */
export function findMatches(block: string, next: string, needle: string): Uint32Array {
  const found: number[] = [];
  if (needle !== '') {
    const text = lowerCase(block + next.slice(0, needle.length - 1));
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
      found.push(at);
    }
  }
  return Uint32Array.from(found);
}

/** In lower case, every character at its place: letters whose lower case is longer (İ) stay as they are. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : Array.from(text, (character) => {
        const one = character.toLowerCase();
        return one.length === character.length ? one : character;
      }).join('');
}
