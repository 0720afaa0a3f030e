import type { Span } from '../variables/hideVariables';

/** A range as the code editor counts: lines and columns from 1, columns in UTF-16 code units. */
export interface EditorRange {
  startLineNumber: number;
  startColumn: number;
  endLineNumber: number;
  endColumn: number;
}

/** The range of a span of the text. */
export function rangeOf(text: string, { position, length }: Span): EditorRange {
  const start = placeAt(text, position);
  const end = placeAt(text, position + length);
  return { startLineNumber: start.line, startColumn: start.column, endLineNumber: end.line, endColumn: end.column };
}

function placeAt(text: string, position: number) {
  const lines = text.slice(0, position).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
