import type { IToken } from 'chevrotain';
import { LIMITS } from '../contract/constants.gen.js';
import { CodedError } from '../errors.js';
import type { QueryNode } from './ast.js';
import { checked } from './check.js';
import { queryFault } from './fault.js';
import { refuseMisread } from './misread.js';
import { parseTokens } from './parser.js';
import { readPath } from './path/readPath.js';
import * as t from './tokens.js';

const { maxDepth, maxTerms, maxLength } = LIMITS.QueryText;

const EXPECTED_TERM = 'a comparison such as status = error, a word to search for, NOT or (';
const EXPECTED_VALUE = 'a value; put it in quotation marks when it has blanks, parentheses or commas';

const EXPECTED_OPERATOR = 'an operator: =, !=, >, <, >=, <=, contains, matches, in or exists';
const EXPECTED_ENTRY = 'a comma and another value, or )';

const EXPECTED_AFTER = new Map([
  ...[t.Compare, t.Contains, t.Matches, t.Comma, t.ListStart, t.ValueList].map(
    (type) => [type, EXPECTED_VALUE] as const,
  ),
  ...[t.ListValue, t.QuotedEntry].map((type) => [type, EXPECTED_ENTRY] as const),
  ...[t.Path, t.TagName].map((type) => [type, EXPECTED_OPERATOR] as const),
  ...[t.And, t.Or, t.Not, t.LeftParen].map((type) => [type, EXPECTED_TERM] as const),
  [t.In, '( and the values'],
]);

/** What belongs where the tokens stop making sense, by the token before it. */
function expectedAfter(before: IToken | undefined): string {
  if (before === undefined) return EXPECTED_TERM;
  return EXPECTED_AFTER.get(before.tokenType) ?? 'AND, OR, another condition or the end';
}

/** Refuses what would make the parser recurse deeply, before it runs. */
function checkSize(tokens: readonly IToken[]): void {
  let depth = 0;
  let negations = 0;
  let terms = 0;
  for (const token of tokens) {
    const type = token.tokenType;
    negations = type === t.Not ? negations + 1 : 0;
    if (type === t.LeftParen) depth++;
    if (type === t.RightParen) depth--;
    if ([t.Word, t.Quoted, t.TagName, t.Path, t.ListValue, t.QuotedEntry].includes(type)) terms++;
    const span = { position: token.startOffset, length: token.image.length };
    if (depth + negations > maxDepth) {
      throw queryFault('The query is nested too deeply.', `at most ${maxDepth} levels of parentheses and NOT`, span);
    }
    if (terms > maxTerms) {
      throw queryFault('The query has too many conditions.', `at most ${maxTerms} conditions and list values`, span);
    }
  }
}

function tokensOf(text: string): IToken[] {
  const { tokens, errors } = t.queryLexer.tokenize(text);
  const unclosed = tokens.find(({ tokenType }) => tokenType === t.Unclosed);
  const [error] = errors;
  const errorAt = error?.offset ?? Number.POSITIVE_INFINITY;
  if (unclosed && unclosed.startOffset < errorAt) {
    throw queryFault('This quotation mark has no counterpart.', `a closing ${unclosed.image.charAt(0)}`, {
      position: unclosed.startOffset,
      length: unclosed.image.length,
    });
  }
  if (error) {
    const before = tokens.filter(({ startOffset }) => startOffset < error.offset).at(-1);
    throw queryFault('This does not belong here.', expectedAfter(before), { position: error.offset, length: 1 });
  }
  return tokens;
}

/**
 * Reads a condition in the query language. Undefined for a text without any condition.
 * @param field What errors call the text.
 * @throws INVALID_ARGUMENT with the place of the fault and what belongs there.
 */
export function readQuery(text: string, field = 'query'): QueryNode | undefined {
  try {
    return read(text);
  } catch (error) {
    throw error instanceof CodedError && field !== 'query' ? error.about(field) : error;
  }
}

function read(text: string): QueryNode | undefined {
  if (text.length > maxLength) {
    throw queryFault('The query is too long.', `at most ${maxLength} characters`, {
      position: maxLength,
      length: text.length - maxLength,
    });
  }
  const tokens = tokensOf(text);
  if (tokens.length === 0) return undefined;
  checkSize(tokens);
  refuseMisread(tokens);
  const parsed = parseTokens(tokens);
  if ('syntax' in parsed) return checked(parsed.syntax);
  const { fault } = parsed;
  const before = fault ? tokens[tokens.indexOf(fault) - 1] : tokens.at(-1);
  // A path with a fault takes in what stands after it: the fault is in the path.
  if (before?.tokenType === t.Path) readPath(before.image, before.startOffset);
  const unclosed = fault ? undefined : openParenthesis(tokens);
  if (
    unclosed &&
    before &&
    ![t.And, t.Or, t.Not, t.LeftParen, t.Compare, t.Comma, t.ListStart, t.ValueList].includes(before.tokenType)
  ) {
    throw queryFault('This parenthesis is not closed.', 'a )', { position: unclosed.startOffset, length: 1 });
  }
  const span = fault
    ? { position: fault.startOffset, length: fault.image.length }
    : { position: text.length, length: 0 };
  throw queryFault(fault ? 'This does not belong here.' : 'The query is not complete.', expectedAfter(before), span);
}

function openParenthesis(tokens: readonly IToken[]): IToken | undefined {
  const open: IToken[] = [];
  for (const token of tokens) {
    if ([t.LeftParen, t.ListStart, t.ValueList].includes(token.tokenType)) open.push(token);
    if (token.tokenType === t.RightParen || token.tokenType === t.ListEnd) open.pop();
  }
  return open.at(-1);
}
