/**
 * The place after the quote that ends a string. `from` is within the string; undefined when the string has no end.
 * Looks for quotes only, which is as fast as the browser can search.
 */
export function stringEnd(json: string, from: number): number | undefined {
  let quote = json.indexOf('"', from);
  while (quote >= 0 && isEscaped(json, quote, from)) {
    quote = json.indexOf('"', quote + 1);
  }
  return quote < 0 ? undefined : quote + 1;
}

/** Whether an odd number of backslashes stands before this place. */
function isEscaped(json: string, position: number, from: number): boolean {
  let start = position;
  while (start > from && json.charAt(start - 1) === '\\') {
    start -= 1;
  }
  return (position - start) % 2 === 1;
}

const ENDS_SCALAR = new Set(Array.from('{}[],:" \t\r\n'));

/** The place after a number or word that begins at `start`; what is neither ends where one would. */
export function scalarEnd(json: string, start: number): number {
  let end = start + 1;
  while (end < json.length && !ENDS_SCALAR.has(json.charAt(end))) {
    end += 1;
  }
  return end;
}
