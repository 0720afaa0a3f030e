/** Quotations, parentheses, words and whatever else, as the query language reads them (backend-mock/src/query/tokens.ts). */
const TOKEN = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|[()]|(?:\\[^]|[^\s()"'\\])(?:\\[^]|[^\s()"\\])*|[^]/g;

/**
 * The parts of a query of which all must hold, as they are written; undefined where an OR joins them. What could be an
 * OR counts as one.
 */
export function conjuncts(query: string): string[] | undefined {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  for (const token of query.match(TOKEN) ?? []) {
    depth += token === '(' ? 1 : token === ')' ? -1 : 0;
    if (depth === 0 && /^or$/i.test(token)) {
      return undefined;
    }
    if (depth === 0 && /^and$/i.test(token)) {
      parts.push(part.trim());
      part = '';
    } else {
      part += token;
    }
  }
  return [...parts, part.trim()];
}
