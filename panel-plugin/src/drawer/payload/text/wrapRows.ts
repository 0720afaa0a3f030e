const LINE_FEED = 0x0a;
const TAB = 0x09;
const SPACE = 0x20;

/** Cells that a tab takes at most; set as the tab size of the rows. */
export const TAB_CELLS = 4;

/** Cells of the sign that visibleText puts in place of what would not be seen, such as ⟨U+202E⟩. */
const SIGN_CELLS = 8;

/**
 * Where the rows of a text begin when it is shown in `columns` cells of a fixed width: after line feeds, and after
 * spaces (else between any two characters) where a line is too long. A text that ends with a line feed has no row after it.
 */
export function rowStarts(text: string, columns: number): Uint32Array {
  const starts = [0];
  let cells = 0;
  let breakAt = 0;
  let cellsSinceBreak = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === LINE_FEED) {
      starts.push(index + 1);
      cells = breakAt = cellsSinceBreak = 0;
      continue;
    }
    const width = code >= SPACE && code < 0x7f ? 1 : cellsOf(code);
    if (cells + width > columns && cells > 0) {
      starts.push(breakAt > 0 ? breakAt : index);
      cells = breakAt > 0 ? cellsSinceBreak : 0;
      breakAt = cellsSinceBreak = 0;
    }
    cells += width;
    cellsSinceBreak += width;
    if (code === SPACE || code === TAB) {
      breakAt = index + 1;
      cellsSinceBreak = 0;
    }
  }
  if (starts.length > 1 && starts.at(-1) === text.length) {
    starts.pop();
  }
  return Uint32Array.from(starts);
}

/** Characters that visibleText replaces by a sign of several characters, as far as one code unit tells. */
const SIGNED = /[\u0080-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;

/** An estimate, never far too low: what is wider than a row is reached by scrolling sideways. */
function cellsOf(code: number): number {
  if (code === TAB) {
    return TAB_CELLS;
  }
  if (code < 0x80) {
    return 1;
  }
  if (code >= 0xdc00 && code <= 0xdfff) {
    return 0; // The second half of a pair, which is counted with the first.
  }
  if (SIGNED.test(String.fromCharCode(code))) {
    return SIGN_CELLS;
  }
  return code >= 0x1100 ? 2 : 1;
}
