import type { JsonNode } from './jsonNode';

const INDENT = '  ';
/** Deeper levels are indented no further: payloads nested a hundred thousand deep would be all spaces. */
const MAX_INDENT_LEVELS = 20;

/**
 * The value as indented JSON, numbers as they were written.
 * @param maxCharacters where to stop; what is cut off ends in `…`
 */
export function writeJson(node: JsonNode, maxCharacters: number): string {
  const parts: string[] = [];
  const rest: (JsonNode | string)[] = [node];
  const depths: number[] = [0];
  let length = 0;
  while (rest.length > 0 && length <= maxCharacters) {
    const next = rest.pop() ?? '';
    const depth = depths.pop() ?? 0;
    const text = typeof next === 'string' ? next : scalarText(next);
    if (text === undefined) {
      const pieces = piecesOf(next as JsonNode, depth);
      for (const piece of pieces.reverse()) {
        rest.push(piece);
        depths.push(depth + 1);
      }
    } else {
      parts.push(text);
      length += text.length;
    }
  }
  const text = parts.join('');
  return length > maxCharacters ? `${text.slice(0, maxCharacters)}…` : text;
}

function scalarText(node: JsonNode): string | undefined {
  switch (node.kind) {
    case 'string':
      return JSON.stringify(node.value);
    case 'number':
    case 'literal':
      return node.text;
    default:
      return undefined;
  }
}

function piecesOf(node: JsonNode, depth: number): (JsonNode | string)[] {
  if (node.kind === 'object') {
    return enclosed(
      '{',
      node.members.map(({ key, node: value }) => [`${JSON.stringify(key)}: `, value]),
      '}',
      depth
    );
  }
  return node.kind === 'array'
    ? enclosed(
        '[',
        node.items.map((item) => [item]),
        ']',
        depth
      )
    : [];
}

function enclosed(open: string, entries: (JsonNode | string)[][], close: string, depth: number) {
  if (entries.length === 0) {
    return [open + close];
  }
  const line = `\n${INDENT.repeat(Math.min(depth + 1, MAX_INDENT_LEVELS))}`;
  const pieces = entries.flatMap((entry, index) => [index === 0 ? open + line : `,${line}`, ...entry]);
  return [...pieces, `\n${INDENT.repeat(Math.min(depth, MAX_INDENT_LEVELS))}${close}`];
}
