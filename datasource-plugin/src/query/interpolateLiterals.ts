/** A regular expression that fits exactly this text. */
export function regexOf(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const code = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * A text as it stands between quotation marks of the query language, so that nothing in it ends them. What reads like a
 * variable is written so that nobody takes it for one again.
 */
export function insideQuotes(text: string, quote: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replace(/[\p{Cc}\u2028\u2029$]|\[(?=\[|$)/gu, code);
}

/** A text as a value of the query language. */
export function quoted(text: string): string {
  return `"${insideQuotes(text, '"')}"`;
}

/** A text as a part of an unquoted word, in which each of its characters is ordinary. */
export function insideWord(text: string): string {
  return text.replace(/^[.]|[^\p{L}\p{N}_./@+-]/gu, '\\$&');
}

const KEYWORD = /^(?:and|or|not|contains|matches|in|exists)$/i;

/** A word that is put together of several parts, kept from being read as a keyword, a quotation or a path. */
export function asWord(text: string): string {
  if (text === '') {
    return '*';
  }
  return KEYWORD.test(text) || /^[',$]/.test(text) ? `\\${text}` : text;
}
