import type { IToken } from 'chevrotain';
import { fieldInfo, fieldNamed, type FieldType, operatorsOf } from './fields.js';
import { queryFault, shown, spanOf } from './fault.js';
import * as t from './tokens.js';

// Other query languages write operators that would be words to search for here, and find nothing without a word why. What
// is most likely meant as one of them is refused; in quotation marks, or after a backslash, it is text like any other.

const SYMBOL_MEANING: Readonly<Record<string, string>> = { '&': 'AND', '|': 'OR', '!': 'NOT' };
const REGEX_HINT = 'field matches "regex", or field contains text';
const QUOTE_HINT = 'text to search for goes in quotation marks';

/** Operator words of other languages, and what is written instead. */
const INSTEAD: Readonly<Record<string, string>> = {
  in: 'field in (a, b)',
  is: 'field = value, field exists or NOT field exists',
  like: 'wildcards: field:abc* or field contains abc',
  ilike: 'field contains abc',
  rlike: REGEX_HINT,
  match: REGEX_HINT,
  regex: REGEX_HINT,
  regexp: REGEX_HINT,
  contain: 'field contains text',
  exist: 'field exists',
  startswith: 'wildcards: field:abc*',
  endswith: 'wildcards: field:*abc',
  equals: 'field = value',
  eq: 'field = value',
  ne: 'field != value',
  neq: 'field != value',
  gt: 'field > value',
  gte: 'field >= value',
  lt: 'field < value',
  lte: 'field <= value',
  between: 'field >= a AND field <= b',
};

const UNIT_HINTS: Readonly<Partial<Record<FieldType, string>>> = {
  duration: 'us, ms, s, m, h or d directly after the number, such as 1.5s',
  count: 'k, M or G directly after the number, such as 10k',
  number: 'a number without a unit',
  money: 'US dollars without a unit, such as 0.50',
};

const COMPARED = [t.Compare, t.Contains, t.Matches, t.Exists, t.In];

const withoutEscapes = ({ image }: IToken) => image.replace(/\\[\s\S]/g, '_');

/** The operator of another language in an unquoted word or value, and where in it; undefined when there is none. */
function symbolIn(token: IToken, before: IToken | undefined): { symbol: string; at: number } | undefined {
  const { image, tokenType } = token;
  const text = withoutEscapes(token);
  const joiner = /&&|\|\|/.exec(text);
  if (joiner) return { symbol: joiner[0], at: joiner.index };
  const isNegated = tokenType === t.Word && text.startsWith('!');
  if (isNegated || /^[&|!~=<>]+$/.test(text)) return { symbol: image, at: 0 };
  // `=~gpt` is `=` and a value that begins with the other half of the operator.
  const isAttached = before?.image === '=' && before.startOffset + 1 === token.startOffset;
  return tokenType === t.Value && isAttached && text.startsWith('~') ? { symbol: '~', at: 0 } : undefined;
}

/** Refuses `&&`, `||`, `!`, `~` and the like as words of their own, and `&&` or `||` inside an unquoted word. */
function refuseSymbols(token: IToken, before: IToken | undefined): void {
  const isRegex = token.tokenType === t.Value && before?.tokenType === t.Matches;
  if (isRegex || ![t.Word, t.Value, t.ListValue].includes(token.tokenType)) return;
  const found = symbolIn(token, before);
  if (found === undefined) return;
  const { symbol, at } = found;
  const meaning = SYMBOL_MEANING[symbol.charAt(0)] ?? 'one operator before the value';
  const written = symbol.includes('~') ? REGEX_HINT : meaning;
  throw queryFault(`${shown(symbol)} means nothing in a query: write ${written}.`, `${written}; ${QUOTE_HINT}`, {
    position: token.startOffset + at,
    length: symbol.length,
  });
}

function typeNamed(subject: IToken): FieldType | 'path' | undefined {
  if (subject.tokenType === t.Path) return 'path';
  if (subject.tokenType === t.TagName) return 'text';
  if (subject.tokenType !== t.Word) return undefined;
  const name = fieldNamed(subject.image);
  if (name !== undefined) return fieldInfo(name).type;
  return /^tags?\../i.test(subject.image) ? 'text' : undefined;
}

/** What is written instead of an operator word of another language, for a subject. */
function instead(word: string, subject: IToken, type: FieldType | 'path', isNull: boolean): string | undefined {
  const pattern = Object.hasOwn(INSTEAD, word) ? INSTEAD[word] : undefined;
  if (pattern === undefined) return undefined;
  const canExist = type === 'path' || operatorsOf(type).includes('exists');
  const fitting = word !== 'is' || canExist ? pattern : 'field = value';
  const meant = word === 'is' && canExist && isNull ? 'NOT field exists' : fitting;
  const LONGEST_SHOWN = 40;
  return subject.image.length > LONGEST_SHOWN ? meant : meant.replaceAll('field', () => subject.image);
}

/** A field and then an operator word that this language does not have, or not in this form. */
function refuseForeignWord(token: IToken, before: readonly IToken[], after: IToken | undefined): void {
  if (token.tokenType !== t.Word) return;
  const isNegated = before.at(-1)?.tokenType === t.Not;
  const subject = before.at(isNegated ? -2 : -1);
  const type = subject && typeNamed(subject);
  if (subject === undefined || type === undefined || (after && COMPARED.includes(after.tokenType))) return;
  const isNull = /^(?:null|none|nil|empty|missing|unknown)$/i.test(after?.image ?? '');
  const written = instead(token.image.toLowerCase(), subject, type, isNull);
  if (written === undefined) return;
  throw queryFault(
    `${shown(token.image)} is no operator here: write ${isNegated ? 'NOT ' : ''}${written}.`,
    `${isNegated ? 'NOT ' : ''}${written}; ${QUOTE_HINT}`,
    spanOf(token),
  );
}

/** A number and then a word that looks like its unit: `duration > 5 s`. */
function refuseUnit(token: IToken, before: readonly IToken[], after: IToken | undefined): void {
  if (token.tokenType !== t.Word || !/^[\p{L}%]+$/u.test(token.image)) return;
  const [subject, operator, value] = before.slice(-3);
  if (value?.tokenType !== t.Value || operator?.tokenType !== t.Compare || subject === undefined) return;
  if (!/^\$?[\d.]+$/.test(value.image) || fieldNamed(token.image) !== undefined) return;
  if (after && [...COMPARED, t.Not].includes(after.tokenType)) return;
  const type = typeNamed(subject);
  const units = type === undefined || type === 'path' ? undefined : UNIT_HINTS[type];
  if (units === undefined) return;
  throw queryFault(
    `${shown(token.image)} is not read as the unit of ${shown(value.image)}.`,
    `${units}; AND before text to search for`,
    spanOf(token),
  );
}

/**
 * Refuses operators and units of other languages that would silently be read as words to search for.
 * @throws INVALID_ARGUMENT with the place, and what to write instead.
 */
export function refuseMisread(tokens: readonly IToken[]): void {
  tokens.forEach((token, index) => {
    const before = tokens.slice(Math.max(0, index - 3), index);
    const after = tokens[index + 1];
    refuseSymbols(token, before.at(-1));
    refuseForeignWord(token, before, after);
    refuseUnit(token, before, after);
  });
}
