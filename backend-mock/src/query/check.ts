import type { IToken } from 'chevrotain';
import {
  type Comparison,
  joined,
  type Operator,
  type QueryNode,
  type Subject,
  type TextSearch,
  type Value,
} from './ast.js';
import { type FieldType, fieldInfo, fieldNamed, KNOWN_NAMES, operatorsOf } from './fields.js';
import { queryFault, shown, spanOf } from './fault.js';
import { nearest } from './nearest.js';
import type { Syntax } from './parser.js';
import { readPath } from './path/readPath.js';
import { checkPattern } from './re2/checkPattern.js';
import { unquoted } from './strings.js';
import * as t from './tokens.js';
import { fieldValue, pathValue, textValue } from './values/readValue.js';
import { ANY_VALUE, isAnyWord, type Piece, piecesOf, wordOf } from './values/wildcards.js';

/** Subjects that are no field of the contract are compared by these types of value. */
type SubjectType = FieldType | 'path';

const PATH_OPERATORS: readonly Operator[] = ['=', '!=', '>', '<', '>=', '<=', 'contains', 'matches', 'in', 'exists'];

const isQuoted = ({ tokenType }: IToken) => [t.Quoted, t.QuotedValue, t.QuotedEntry].includes(tokenType);

/**
 * Checks a query against the fields and gives every value its type.
 * @throws INVALID_ARGUMENT with the place of the fault.
 */
export function checked(syntax: Syntax): QueryNode {
  switch (syntax.kind) {
    case 'and':
    case 'or':
      return joined(syntax.kind, syntax.nodes.map(checked));
    case 'not':
      return { kind: 'not', node: checked(syntax.node) };
    case 'text':
      return textSearch(syntax.token);
    case 'compare': {
      const compared = syntax.list === undefined ? comparison(syntax) : listed(syntax, syntax.list);
      return syntax.negated ? { kind: 'not', node: compared } : compared;
    }
  }
}

/** A word of prose may end in a question mark, so only `*` is a wildcard in it; at its ends it changes nothing. */
function textSearch(token: IToken): TextSearch {
  if (isQuoted(token)) return { kind: 'text', value: { type: 'text', text: unquoted(token.image) } };
  const pieces = piecesOf(token.image.replace(/\\[\s\S]|\?/g, (part) => (part === '?' ? '\\?' : part)));
  const isAny = (piece: Piece | undefined) => piece?.kind === 'any';
  const inner = pieces.slice(isAny(pieces[0]) ? 1 : 0, pieces.length > 1 && isAny(pieces.at(-1)) ? -1 : undefined);
  const [only] = inner;
  if (inner.length === 0) return { kind: 'text', value: { type: 'text', text: '' } };
  if (inner.length === 1 && only?.kind === 'text') return { kind: 'text', value: { type: 'text', text: only.text } };
  return { kind: 'text', value: { type: 'pattern', text: wordOf(inner) } };
}

/** The tag that a token names, perhaps the empty name; undefined when it names something else. */
export function tagOf(token: IToken): string | undefined {
  const { image, tokenType } = token;
  if (tokenType === t.TagName) return unquoted(image.slice(image.indexOf('[') + 1, -1).trim());
  return tokenType === t.Word ? /^tags?\.([\s\S]*)$/i.exec(image)?.[1]?.replace(/\\([\s\S])/g, '$1') : undefined;
}

function tagNamed(name: string, token: IToken): Subject {
  if (name !== '') return { kind: 'tag', name };
  throw queryFault('The name of the tag is missing.', 'tags.name or tags["name"]', spanOf(token));
}

/**
 * What a token names.
 * @throws INVALID_ARGUMENT with the place of the fault.
 */
export function subjectOf(token: IToken): Subject {
  if (token.tokenType === t.Path) return { kind: 'path', path: readPath(token.image, token.startOffset) };
  const tag = tagOf(token);
  if (tag !== undefined) return tagNamed(tag, token);
  const name = fieldNamed(token.image);
  if (name !== undefined) return { kind: 'field', name };
  const meant = nearest(token.image, KNOWN_NAMES);
  throw queryFault(
    `There is no field ${shown(token.image)}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
    'the name of a field; text to search for goes in quotation marks',
    spanOf(token),
  );
}

function operatorOf(token: IToken): Operator {
  const text = token.image.toLowerCase().replace(/^:(?=.)/, '');
  return text === ':' || text === '==' ? '=' : (text as Operator);
}

const TYPE_WORDS: Readonly<Record<SubjectType, string>> = {
  text: 'text',
  choice: 'a fixed choice of values',
  duration: 'a duration',
  count: 'a number',
  number: 'a number',
  money: 'an amount of money',
  time: 'a time',
  boolean: 'true or false',
  path: 'JSON',
};

function typeOf(subject: Subject): SubjectType {
  if (subject.kind === 'field') return fieldInfo(subject.name).type;
  return subject.kind === 'tag' ? 'text' : 'path';
}

function operatorsFor(subject: Subject): readonly Operator[] {
  const type = typeOf(subject);
  return type === 'path' ? PATH_OPERATORS : operatorsOf(type);
}

function comparison(
  { subject: subjectToken, operator: operatorToken, values: given }: Extract<Syntax, { kind: 'compare' }>,
  operator = operatorOf(operatorToken),
  values = given,
): Comparison {
  const subject = subjectOf(subjectToken);
  const type = typeOf(subject);
  const allowed = operatorsFor(subject);
  if (!allowed.includes(operator)) {
    throw queryFault(
      `${shown(subjectToken.image)} is ${TYPE_WORDS[type]} and cannot be compared with ${operator}.`,
      `one of ${allowed.join(' ')}`,
      spanOf(operatorToken),
    );
  }
  const compared = values.map((token) => valueOf(subject, type, operator, token));
  // A list of one is an equality.
  const isOne = operator === 'in' && compared.length === 1;
  return { kind: 'compare', subject, operator: isOne ? '=' : operator, values: compared };
}

/**
 * A comparison with several values after an operator other than `in`: any of them, for `!=` none of them.
 * @throws INVALID_ARGUMENT with the place of the fault.
 */
function listed(syntax: Extract<Syntax, { kind: 'compare' }>, list: IToken): QueryNode {
  const operator = operatorOf(syntax.operator);
  if (/[<>]/.test(operator)) {
    throw queryFault(`${operator} compares with one value.`, 'one value instead of the parenthesis', spanOf(list));
  }
  if (operator === '!=' && syntax.values.length > 1) return { kind: 'not', node: anyOf(syntax, '=') };
  return anyOf(syntax, operator);
}

/** Texts are compared with a list at once; what has no `in` is compared with one value after the other. */
function anyOf(syntax: Extract<Syntax, { kind: 'compare' }>, operator: Operator): QueryNode {
  const each = syntax.values.map((value) => comparison(syntax, operator, [value]));
  const [first] = each;
  const values = each.flatMap((one) => one.values);
  if (first === undefined || values.length === 1 || operator !== '=' || !operatorsFor(first.subject).includes('in')) {
    return joined('or', each);
  }
  return { ...first, operator: 'in', values };
}

function valueOf(subject: Subject, type: SubjectType, operator: Operator, token: IToken): Value {
  const wasQuoted = isQuoted(token);
  if (!wasQuoted && isAnyWord(token.image)) return ANY_VALUE;
  const source = wasQuoted ? unquoted(token.image) : token.image;
  if (operator === 'matches') {
    checkPattern(source, wasQuoted, token.image, token.startOffset);
    return { type: 'text', text: source };
  }
  if (operator === 'contains') return { type: 'text', text: wasQuoted ? source : source.replace(/\\([\s\S])/g, '$1') };
  const read =
    type === 'path'
      ? pathValue(source, wasQuoted, operator)
      : type === 'text'
        ? textValue(source, wasQuoted)
        : fieldValue(type, source, subject.kind === 'field' ? fieldInfo(subject.name).values : undefined);
  if ('expected' in read) {
    throw queryFault(
      `${shown(source)} is not ${read.expected.split(' such as')[0] ?? read.expected}.`,
      read.expected,
      spanOf(token),
    );
  }
  return read;
}
