/** A name in backquotes, for statements that take no parameter in its place; a setting may hold any character. */
export function quoted(name: string): string {
  return `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;
}
