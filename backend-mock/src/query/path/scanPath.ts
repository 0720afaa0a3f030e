const NAME = /[\p{L}\p{N}_-]/u;

function endOfString(text: string, at: number): number {
  const quote = text.charAt(at);
  for (let next = at + 1; next < text.length; next++) {
    if (text.charAt(next) === '\\') next++;
    else if (text.charAt(next) === quote) return next + 1;
  }
  return text.length;
}

/** The place after a bracket's counterpart, or the text's end. */
function endOfBracket(text: string, at: number): number {
  let depth = 0;
  let next = at;
  while (next < text.length) {
    const character = text.charAt(next);
    if (character === '"' || character === "'") {
      next = endOfString(text, next);
      continue;
    }
    if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return next + 1;
    next++;
  }
  return text.length;
}

function endOfName(text: string, at: number): number {
  let next = at;
  for (const character of text.slice(at)) {
    if (!NAME.test(character)) break;
    next += character.length;
  }
  return next;
}

/**
 * How long the JSONPath at a place is, 0 when there is none: it starts with `$.` or `$[`. Brackets are followed to their
 * counterpart, so that filters may hold blanks and parentheses; what stands in them is read by the path's own grammar.
 */
export function scanPath(text: string, at: number): number {
  if (text.charAt(at) !== '$' || !/[.[]/.test(text.charAt(at + 1))) return 0;
  let next = at + 1;
  while (next < text.length) {
    const character = text.charAt(next);
    if (character === '[') next = endOfBracket(text, next);
    else if (character === '.')
      next = text.charAt(next + 1) === '*' ? next + 2 : Math.max(next + 1, endOfName(text, next + 1));
    else break;
  }
  return next - at;
}
