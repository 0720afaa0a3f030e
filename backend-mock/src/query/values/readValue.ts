import type { Operator, Value } from '../ast.js';
import type { FieldType } from '../fields.js';
import { durationMs, EXPECTED_DURATION } from './durations.js';
import { countNumber, EXPECTED_COUNT, EXPECTED_MONEY, EXPECTED_NUMBER, moneyNumber, plainNumber } from './numbers.js';
import { EXPECTED_QUERY_TIME, queryTime } from './times.js';
import { piecesOf, wordOf } from './wildcards.js';

/** A value, or what belongs there instead. */
export type ReadValue = Value | { expected: string };

/** A word with wildcards is a pattern; what stands in quotation marks is text as it is. */
export function textValue(source: string, wasQuoted: boolean): Value {
  if (wasQuoted) return { type: 'text', text: source };
  const pieces = piecesOf(source);
  const [only] = pieces;
  if (pieces.length === 1 && only?.kind === 'text') return { type: 'text', text: only.text };
  return { type: 'pattern', text: wordOf(pieces) };
}

const NUMBER_READERS: Readonly<
  Record<'duration' | 'count' | 'number' | 'money', [(text: string) => number | undefined, string]>
> = {
  duration: [durationMs, EXPECTED_DURATION],
  count: [countNumber, EXPECTED_COUNT],
  number: [plainNumber, EXPECTED_NUMBER],
  money: [moneyNumber, EXPECTED_MONEY],
};

/** A value of a field that is not text. Quotation marks make no difference there. */
export function fieldValue(
  type: Exclude<FieldType, 'text'>,
  source: string,
  choices: readonly string[] | undefined,
): ReadValue {
  if (type === 'boolean') {
    const literal = source.toLowerCase();
    return literal === 'true' || literal === 'false'
      ? { type: 'literal', text: literal }
      : { expected: 'true or false' };
  }
  if (type === 'choice') {
    const chosen = choices?.find((choice) => choice === source.toLowerCase());
    return chosen === undefined ? { expected: `one of ${(choices ?? []).join(', ')}` } : { type: 'text', text: chosen };
  }
  if (type === 'time') {
    const time = queryTime(source);
    return time === undefined ? { expected: EXPECTED_QUERY_TIME } : { type: 'time', text: source, time };
  }
  const [read, expected] = NUMBER_READERS[type];
  const number = read(source);
  return number === undefined ? { expected } : { type: 'number', text: source, number };
}

const ORDERED: readonly Operator[] = ['>', '<', '>=', '<='];

/** A JSON value: numbers and true, false, null mean themselves unless they stand in quotation marks. */
export function pathValue(source: string, wasQuoted: boolean, operator: Operator): ReadValue {
  const number = wasQuoted ? undefined : plainNumber(source);
  if (number !== undefined) return { type: 'number', text: source, number };
  if (ORDERED.includes(operator)) return wasQuoted ? { type: 'text', text: source } : { expected: EXPECTED_NUMBER };
  if (!wasQuoted && (source === 'true' || source === 'false' || source === 'null'))
    return { type: 'literal', text: source };
  return textValue(source, wasQuoted);
}
