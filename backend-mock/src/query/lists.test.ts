import { describe, expect, it } from 'vitest';
import { CodedError } from '../errors.js';
import { print } from './print.js';
import { readQuery } from './readQuery.js';
import { compile } from './sql/compile.js';

const canonical = (text: string) => {
  const node = readQuery(text);
  return node && print(node);
};

function refusal(text: string) {
  try {
    readQuery(text);
  } catch (error) {
    if (error instanceof CodedError) return { message: error.message, ...error.span };
    throw error;
  }
  throw new Error('was read');
}

describe('several values after an operator', () => {
  it.each([
    ['model = ("a", "b c")', 'model in (a, "b c")'],
    ['model:(a,b*)', 'model in (a, b*)'],
    ['model == ( a )', 'model = a'],
    ['model not = (a, b) c', 'NOT model in (a, b) AND c'],
    ['model != ("a", "b")', 'NOT model in (a, b)'],
    ['model != ("a")', 'model != a'],
    ['(model = (a, b) OR cost = (1, 2))', 'model in (a, b) OR cost_usd in (1, 2)'],
    ['tags.team = (a, b)', 'tags.team in (a, b)'],
    ['$.request.n = (1, "1")', '$.request.n in (1, "1")'],
    ['streamed = (true, false)', 'streamed = true OR streamed = false'],
    ['input contains (a, "b c")', 'input contains a OR input contains "b c"'],
    ['model matches ("^a", "b$") x', '(model matches "^a" OR model matches "b$") AND x'],
  ])('%s is %s', (text, expected) => {
    expect(canonical(text)).toBe(expected);
    expect(canonical(expected)).toBe(expected);
  });

  it('is refused after an operator that compares with one, and the parenthesis is named', () => {
    expect(refusal('duration > (1s, 2s)')).toEqual({ message: '> compares with one value.', position: 11, length: 1 });
  });

  it.each([
    ['model = (', 'The query is not complete.'],
    ['model = (a', 'This parenthesis is not closed.'],
    ['model = (a,)', 'This does not belong here.'],
    ['model = ((a))', 'This does not belong here.'],
    ['status = (error, ok)', '"ok" is not one of success, failed, error, timeout.'],
  ])('that is not finished or not a value is refused in words: %s', (text, message) => {
    expect(refusal(text).message).toBe(message);
  });
});

describe('* alone', () => {
  it.each([
    'cost = *',
    'start_time >= *',
    'status in (error, *)',
    'streamed = *',
    'input contains *',
    'model matches *',
    'tags.a = (*)',
    '$.request.a > **',
    '*',
  ])('%s holds for every trace, whatever is known of it', (text) => {
    const node = readQuery(text);
    if (node === undefined) throw new Error('was not read');
    expect(readQuery(print(node))).toEqual(node);
    if (text !== '*') expect(compile(node, 'p')).toMatchObject({ sql: '1', params: {} });
  });

  it('holds for no trace after != and NOT, which select the others', () => {
    const node = readQuery('cost != *');
    expect(node && compile(node, 'p').sql).toBe('NOT (1)');
  });

  it('is text to look for in quotation marks', () => {
    expect(canonical('model = "*"')).toBe('model = "*"');
    expect(() => readQuery('cost = "*"')).toThrow();
  });
});
