/** Quotations, parentheses, words and whatever else, as the query language reads them (backend-mock/src/query/tokens.ts). */
const TOKEN = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|[()]|(?:\\[^]|[^\s()"'\\])(?:\\[^]|[^\s()"\\])*|[^]/g;

/** The word may be followed by a quotation mark or an operator without a space between. */
const OR = /^or(?:$|[',=<>:!])/i;

/** Within a word only its place says whether it begins a quotation, as in `model:'a and b'` but not in `it's`. */
function hasDoubtfulQuote(token: string): boolean {
  return token === "'" || token === '"' || (!/^["']/.test(token) && token.includes("'"));
}

/**
 * The parts of a query of which all must hold, as they are written; undefined where an OR joins them. What could be an
 * OR counts as one, as does what could be taken apart in more than one way.
 */
export function conjuncts(query: string): string[] | undefined {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  for (const token of query.match(TOKEN) ?? []) {
    depth += token === '(' ? 1 : token === ')' ? -1 : 0;
    if ((depth <= 0 && OR.test(token)) || hasDoubtfulQuote(token)) {
      return undefined;
    }
    if (depth === 0 && /^and$/i.test(token)) {
      parts.push(part.trim());
      part = '';
    } else {
      part += token;
    }
  }
  return depth === 0 ? [...parts, part.trim()] : undefined;
}
