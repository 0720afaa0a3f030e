/** Characters up to which arguments are put on indented lines; longer ones are shown as they are. */
const MAX_INDENTED = 100_000;

/** Arguments and results are often JSON in a text of one line. */
export function indented(text: string): string {
  if (text.length > MAX_INDENTED || !/^\s*[[{]/.test(text)) {
    return text;
  }
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
