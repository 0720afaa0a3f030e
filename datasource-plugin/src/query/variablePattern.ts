/** Source of an expression for a variable in Grafana's ways to write one. A digit after `$` makes it money. */
export const VARIABLE = String.raw`\$[A-Za-z_]\w*|\$\{[A-Za-z_][^{}]*\}|\[\[[A-Za-z_][^[\]]*\]\]`;

const HOLDS = new RegExp(VARIABLE);
const ALL = new RegExp(VARIABLE, 'g');
const BARE = new RegExp(String.raw`^(?:${VARIABLE}|[\p{L}\p{N}_./@+-])+$`, 'u');

/** Whether the text holds something that reads like a variable. */
export function holdsVariable(text: string): boolean {
  return HOLDS.test(text);
}

/** The variables in a text, as they are written. */
export function variablesIn(text: string): string[] {
  return text.match(ALL) ?? [];
}

/** Whether a value with a variable stands in a condition without quotation marks: nothing in it means something else. */
export function isBareVariable(value: string): boolean {
  return HOLDS.test(value) && BARE.test(value);
}

/** Whether the text is one variable without a format: in quotation marks it means the same as without. */
export function isPlainVariable(text: string): boolean {
  return /^(?:\$[A-Za-z_]\w*|\$\{[A-Za-z_]\w*\}|\[\[[A-Za-z_]\w*\]\])$/.test(text);
}
