import { scalarEnd, stringEnd } from './jsonTokens';

export type JsonKind = 'key' | 'string' | 'number' | 'word';

/** A part of a row that is coloured. */
export interface JsonSpan {
  start: number;
  end: number;
  kind: JsonKind;
}

/**
 * What is to be coloured of the row [start, end) of a text of JSON on indented lines. The line is read from its
 * beginning, which may be rows before. A block that begins within a line begins within a string: only strings are so long.
 */
export function jsonSpans(block: string, start: number, end: number, beginsWithinLine: boolean): JsonSpan[] {
  const lineStart = start === 0 ? 0 : block.lastIndexOf('\n', start - 1) + 1;
  const spans: JsonSpan[] = [];
  let position = lineStart;
  if (lineStart === 0 && beginsWithinLine) {
    position = stringEnd(block, 0) ?? block.length;
    spans.push({ start: 0, end: position, kind: 'string' });
  }
  while (position < end) {
    const span = nextSpan(block, position, end);
    if (span === undefined) {
      break;
    }
    spans.push(span);
    position = span.end;
  }
  return spans
    .map((span) => ({ ...span, start: Math.max(span.start, start), end: Math.min(span.end, end) }))
    .filter((span) => span.start < span.end);
}

function nextSpan(block: string, from: number, end: number): JsonSpan | undefined {
  let start = from;
  while (start < end && ' {}[],:\n'.includes(block.charAt(start))) {
    start += 1;
  }
  if (start >= end) {
    return undefined;
  }
  if (block.charAt(start) === '"') {
    const stringStop = stringEnd(block, start + 1) ?? block.length;
    return { start, end: stringStop, kind: block.charAt(stringStop) === ':' ? 'key' : 'string' };
  }
  return {
    start,
    end: scalarEnd(block, start),
    kind: /[-\d]/.test(block.charAt(start)) ? 'number' : 'word',
  };
}
