const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' };

/** The text between quotes. A backslash before any other character stays, so that regular expressions need no doubling. */
export function unquoted(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\(?:u([0-9a-fA-F]{4})|([nrt"'\\]))/g, (_, hex: string | undefined, letter: string | undefined) =>
      hex === undefined ? (ESCAPED[letter ?? ''] ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
    );
}

const hex4 = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The text in double quotes, as `unquoted` reads it. */
export function quoted(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/\p{Cc}/gu, hex4);
  return `"${escaped}"`;
}
