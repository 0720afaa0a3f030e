/** Escapes outside of quotation marks, and quoted texts with the character before, which says that a text begins there. */
const QUOTED = /\\[\s\S]|(?:^|[\s()[,=<>:!])(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')/g;
const SIGNS: Readonly<Record<string, string>> = { $: '\\u0024', '[': '\\u005b' };

/**
 * A condition that takes no variables, such as one that a panel adds, as it may stand among a query's own text, which
 * does: what reads like a variable in its quoted texts is written as escapes of the query language.
 */
export function withoutVariables(condition: string): string {
  return condition.replace(QUOTED, (part) => {
    const start = part.search(/["']/);
    return part.startsWith('\\') ? part : part.slice(0, start) + part.slice(start).replace(/\\[\s\S]|[$[]/g, escaped);
  });
}

/** A backslash before a sign is itself a character of the text, as the sign has no escape of that form. */
function escaped(part: string): string {
  const code = SIGNS[part.slice(-1)];
  return code === undefined ? part : part.length === 2 ? `\\\\${code}` : code;
}
