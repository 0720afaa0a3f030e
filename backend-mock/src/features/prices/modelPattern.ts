/**
 * Patterns of model names: `*` is any text, also none; everything else stands for itself. ASCII letters match in either
 * case, others only as written, which is what the engine's `lower` and `LIKE` do too.
 */

function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** The form in which two patterns (or provider names) that mean the same are the same text. */
export function canonical(pattern: string): string {
  return lowerAscii(pattern).replace(/\*+/g, '*');
}

/** Whether a pattern stands for a name. Linear in the length of both: no regular expression that could backtrack. */
export function matches(pattern: string, name: string): boolean {
  const [first = '', ...rest] = canonical(pattern).split('*');
  const text = lowerAscii(name);
  if (!text.startsWith(first)) return false;
  const last = rest.pop();
  if (last === undefined) return text === first;
  let position = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, position);
    if (found === -1) return false;
    position = found + part.length;
  }
  return text.length - last.length >= position && text.endsWith(last);
}

/** The pattern for `lower(name) LIKE …`. */
export function likePattern(pattern: string): string {
  return canonical(pattern)
    .replace(/[\\%_]/g, (special) => `\\${special}`)
    .replaceAll('*', '%');
}

function literalLength(pattern: string): number {
  return pattern.replaceAll('*', '').length;
}

/**
 * Orders patterns, the most specific first: more characters that stand for themselves, then fewer wildcards, then by
 * their text, so that there is always one order.
 */
export function bySpecificity(left: string, right: string): number {
  const [a, b] = [canonical(left), canonical(right)];
  if (literalLength(a) !== literalLength(b)) return literalLength(b) - literalLength(a);
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
