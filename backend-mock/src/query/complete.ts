import type { IToken } from 'chevrotain';
import { OPERATORS, type Subject } from './ast.js';
import { tagOf } from './check.js';
import { FIELD_NAMES, fieldInfo, fieldNamed, operatorsOf } from './fields.js';
import { operatorDetail } from './operatorDetails.js';
import type { Span } from './fault.js';
import { quoted } from './strings.js';
import * as t from './tokens.js';

/** Something that could stand at a place of a query. */
export interface Suggestion {
  kind: 'field' | 'operator' | 'keyword' | 'value';
  /** What to put in place of the range. */
  text: string;
  detail: string;
}

/** What belongs at a place of a query. */
export interface Completion {
  /** What a suggestion replaces. */
  span: Span;
  suggestions: Suggestion[];
  /** The field or tag whose values from the data belong there too, and what they must contain. */
  valuesOf?: { subject: Exclude<Subject, { kind: 'path' }>; contains: string };
  /** Names of tags from the data belong there too: those that contain this. */
  tagsLike?: string;
}

const KEYWORDS: readonly Suggestion[] = [
  { kind: 'keyword', text: 'AND', detail: 'both conditions hold' },
  { kind: 'keyword', text: 'OR', detail: 'either condition holds' },
];
const NOT: Suggestion = { kind: 'keyword', text: 'NOT', detail: 'the condition does not hold' };
const SUBJECTS: readonly Suggestion[] = [
  { kind: 'field', text: 'tags.', detail: 'A tag by its name' },
  { kind: 'field', text: '$.request.', detail: 'JSONPath in the request' },
  { kind: 'field', text: '$.response.', detail: 'JSONPath in the response' },
];

/** A value as it stands in a query. */
export function suggestedValue(text: string): string {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_./@+:-]*$/u.test(text) ? text : quoted(text);
}

function fieldsLike(word: string): Suggestion[] {
  const wanted = word.toLowerCase();
  const named = FIELD_NAMES.flatMap((name): (Suggestion & { rank: number })[] => {
    const { label, aliases } = fieldInfo(name);
    const rank = [name, ...aliases].some((known) => known.startsWith(wanted))
      ? 0
      : name.includes(wanted) || label.toLowerCase().includes(wanted)
        ? 1
        : 2;
    return rank === 2 ? [] : [{ kind: 'field', text: name, detail: label, rank }];
  });
  const ordered = named.sort((a, b) => a.rank - b.rank).map(({ kind, text, detail }) => ({ kind, text, detail }));
  return [...ordered, ...SUBJECTS.filter(({ text }) => text.startsWith(wanted))];
}

/** The field or tag that a token names. */
function subjectNamed(token: IToken): Exclude<Subject, { kind: 'path' }> | undefined {
  const tag = tagOf(token);
  if (tag !== undefined) return { kind: 'tag', name: tag };
  const name = fieldNamed(token.image);
  return name === undefined ? undefined : { kind: 'field', name };
}

function operatorsAt(token: IToken, word: string): Suggestion[] {
  const subject = subjectNamed(token);
  const type = subject?.kind === 'field' ? fieldInfo(subject.name).type : 'text';
  return (subject ? operatorsOf(type) : OPERATORS)
    .filter((operator) => operator.startsWith(word.toLowerCase()))
    .map((operator) => ({ kind: 'operator', text: operator, detail: operatorDetail(operator, type) }));
}

function valuesAt(token: IToken | undefined, word: string): Pick<Completion, 'suggestions' | 'valuesOf'> {
  const subject = token && subjectNamed(token);
  if (subject === undefined) return { suggestions: [] };
  if (subject.kind === 'tag') return { suggestions: [], valuesOf: { subject, contains: word } };
  const info = fieldInfo(subject.name);
  const fixed = info.type === 'boolean' ? ['true', 'false'] : (info.values ?? []);
  const suggestions = fixed
    .filter((value) => value.includes(word.toLowerCase()))
    .map((text): Suggestion => ({ kind: 'value', text, detail: info.label }));
  return info.has_values && fixed.length === 0
    ? { suggestions, valuesOf: { subject, contains: word } }
    : { suggestions };
}

const VALUE_BEFORE = [t.Compare, t.Contains, t.ListStart, t.ValueList, t.Comma];
const SUBJECT = [t.Word, t.TagName, t.Path];
const TERM_END = [t.Quoted, t.Value, t.QuotedValue, t.ListEnd, t.RightParen, t.Exists];

const ENDS_WORD = /[\s()",=<>:!]/;

/** Where the word begins that ends at a place; a backslash makes the character after it part of the word. */
function wordStart(text: string, position: number): number {
  let start = position;
  while (start > 0 && (!ENDS_WORD.test(text.charAt(start - 1)) || text.charAt(start - 2) === '\\')) start--;
  return start;
}

/** The word that the caret stands in, from its start to its end, and what stands before it. */
function wordAt(text: string, position: number): { span: Span; word: string; before: string } {
  const start = wordStart(text, position);
  const end = position + (/^[^\s()",=<>:!]*/.exec(text.slice(position))?.[0].length ?? 0);
  const quote = text.charAt(start - 1) === '"' ? 1 : 0;
  const before = text.slice(0, start);
  const isOpen = quote === 1 && t.queryLexer.tokenize(before).tokens.at(-1)?.tokenType === t.Unclosed;
  const from = isOpen ? start - 1 : start;
  return {
    span: { position: from, length: end - from },
    word: text.slice(start, position),
    before: text.slice(0, from),
  };
}

/** What could stand at the caret. */
export function complete(text: string, caret: number): Completion {
  const position = Math.min(caret, text.length);
  const { span, word, before } = wordAt(text, position);
  const { tokens } = t.queryLexer.tokenize(before);
  const last = tokens.at(-1);
  const isAfter = (types: readonly (typeof t.Word)[]) => last !== undefined && types.includes(last.tokenType);
  if (isAfter(VALUE_BEFORE)) {
    const subject = tokens.filter(({ tokenType }) => SUBJECT.includes(tokenType)).at(-1);
    return { span, ...valuesAt(subject, word) };
  }
  if (isAfter([t.Matches, t.Unclosed])) return { span, suggestions: [] };
  const keywords = (all: readonly Suggestion[]) => all.filter(({ text: name }) => name.startsWith(word.toUpperCase()));
  if (last && isAfter(SUBJECT)) {
    // It may be a field, or a word to search for.
    return { span, suggestions: [...operatorsAt(last, word), ...keywords(KEYWORDS)] };
  }
  const [, tagsLike] = /^tags?\.(.*)$/i.exec(word) ?? [];
  if (tagsLike !== undefined) return { span, suggestions: [], tagsLike };
  const fields = [...fieldsLike(word), ...keywords([NOT])];
  return { span, suggestions: isAfter(TERM_END) ? [...keywords(KEYWORDS), ...fields] : fields };
}
