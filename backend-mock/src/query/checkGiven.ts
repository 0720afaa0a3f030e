import { invalidArgument } from '../errors.js';
import type { Comparison, Operator, Subject } from './ast.js';
import { subjectOf } from './check.js';
import { fieldInfo, fieldNamed, operatorsOf } from './fields.js';
import { EXPECTED_PATTERN } from './re2/checkPattern.js';
import { patternFault } from './re2/patternFault.js';
import * as t from './tokens.js';
import { fieldValue, type ReadValue } from './values/readValue.js';

/** A comparison as a form gives it: its parts apart, the value as it is. */
interface GivenComparison {
  field: string;
  operator: Operator;
  value: string;
}

/**
 * Checks a comparison whose parts are given apart. A value is never a pattern.
 * @param path Path of the comparison in the request, for errors.
 * @throws INVALID_ARGUMENT naming the part.
 */
export function checkedComparison({ field, operator, value }: GivenComparison, path: string): Comparison {
  const named = /^\$/.test(field) ? undefined : soleSubject(field);
  if (named === undefined) throw invalidArgument(`${path}.field`, 'the name of a field, or of a tag as tags.name');
  const type = named.kind === 'field' ? fieldInfo(named.name).type : 'text';
  if (operator === 'in' || operator === 'exists' || !operatorsOf(type).includes(operator)) {
    throw invalidArgument(`${path}.operator`, `one of ${operatorsOf(type).join(' ')}`);
  }
  if (operator === 'matches') {
    const fault = patternFault(value);
    if (fault) throw invalidArgument(`${path}.value`, EXPECTED_PATTERN);
  }
  const choices = named.kind === 'field' ? fieldInfo(named.name).values : undefined;
  const read: ReadValue = type === 'text' ? { type: 'text', text: value } : fieldValue(type, value, choices);
  if ('expected' in read) throw invalidArgument(`${path}.value`, read.expected);
  return { kind: 'compare', subject: named, operator, values: [read] };
}

/** The subject that a text names as a whole. */
function soleSubject(text: string): Subject | undefined {
  const { tokens, errors } = t.queryLexer.tokenize(text);
  const [token] = tokens;
  if (errors.length > 0 || tokens.length !== 1 || token === undefined || token.image !== text) return undefined;
  if (token.tokenType !== t.Word && token.tokenType !== t.TagName) return undefined;
  const isKnown =
    (token.tokenType === t.TagName && !/\[\s*(?:""|'')\s*\]/.test(text)) ||
    /^tags?\../i.test(text) ||
    fieldNamed(text) !== undefined;
  return isKnown ? subjectOf(token) : undefined;
}
