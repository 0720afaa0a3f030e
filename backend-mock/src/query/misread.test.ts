import { describe, expect, it } from 'vitest';
import { CodedError } from '../errors.js';
import { print } from './print.js';
import { readQuery } from './readQuery.js';

function faultOf(text: string): { words: string; place: string } {
  try {
    readQuery(text);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    expect(error).toMatchObject({ code: 'INVALID_ARGUMENT', field: 'query' });
    const { position, length } = error.span ?? { position: 0, length: 0 };
    return { words: `${error.message} ${error.expected ?? ''}`, place: text.slice(position, position + length) };
  }
  return { words: 'no fault', place: '' };
}

describe('operators of other languages are refused instead of being searched for', () => {
  it.each([
    ['provider=openai && status=error', '&&', 'AND'],
    ['provider=openai || status=error', '||', 'OR'],
    ['provider=openai&&model=x', '&&', 'AND'],
    ['model in (a||b)', '||', 'OR'],
    ['status=error & refund', '&', 'AND'],
    ['refund | invoice', '|', 'OR'],
    ['! (status=error)', '!', 'NOT'],
    ['!refund', '!refund', 'NOT'],
    ['!status:error', '!status', 'NOT'],
    ['model !contains x', '!contains', 'NOT'],
    ['model ~ gpt', '~', 'matches'],
    ['model =~ gpt', '~', 'matches'],
    ['model=~gpt', '~', 'matches'],
    ['model !~ gpt', '!~', 'matches'],
    ['model === x', '=', 'one operator'],
    ['$.request.a && refund', '&&', 'AND'],
    ['model like gpt*', 'like', 'model:abc*'],
    ['model not LIKE gpt*', 'LIKE', 'NOT wildcards'],
    ['model is null', 'is', 'NOT model exists'],
    ['model is not null', 'is', 'model exists'],
    ['status is error', 'is', 'status = value'],
    ['tags.team is red', 'is', 'tags.team = value'],
    ['$.request.a is null', 'is', 'NOT $.request.a exists'],
    ['status in success', 'in', 'status in (a, b)'],
    ['status not in success', 'in', 'NOT status in (a, b)'],
    ['model match gpt', 'match', 'model matches "regex"'],
    ['cost between 1 AND 2', 'between', 'cost >= a AND cost <= b'],
    ['duration > 5 parsecs', 'parsecs', 'ms, s, m, h'],
    ['duration > 5 s', 's', '1.5s'],
    ['cost > 5 eur', 'eur', 'US dollars'],
    ['tokens >= 10 thousand refund', 'thousand', '10k'],
  ])('%s', (text, place, help) => {
    const fault = faultOf(text);
    expect(fault.place).toBe(place);
    expect(fault.words).toContain(help);
  });

  it.each([
    'refund is late',
    'like in a film',
    'is in like between',
    'model',
    'model AND is',
    'status = error is late',
    '"&&" "||" "!" "~"',
    String.raw`a\&\&b \~ \!x`,
    'R&D',
    'model = "&&"',
    'source = R&D|EU',
    'source:~home',
    'model matches a||b',
    'duration > 5s refund',
    'duration > 5 AND refund',
    'duration > 5 "parsecs"',
    'duration > 5 model:gpt*',
    'duration > 5 model not in (a)',
    'model = 5 refund',
    'cost > 5 ORD-123',
    'model not in (a, b)',
    'model == a',
    '$.request.messages[?(@.a == 1 && !(@.b))].c = 1',
  ])('and plain text stays text, written out and read again: %s', (text) => {
    const node = readQuery(text);
    expect(node && readQuery(print(node))).toEqual(node);
  });
});

describe('a bracket of a JSONPath that is not closed', () => {
  it.each([
    ['$.request.messages[ = 1', 18, 'bracket'],
    ['status = error AND $.request.messages[0 = 1', 37, 'bracket'],
    ['$.request.messages[', 18, 'bracket'],
    ["$.request.messages[?(@.role == 'user' = 1", 20, 'parenthesis'],
    ["$.request['a = 1", 10, 'character'],
  ])('is where the fault is: %s', (text, position, words) => {
    expect(() => readQuery(text)).toThrow(expect.objectContaining({ span: { position, length: 1 } }) as Error);
    expect(faultOf(text).words).toContain(words);
  });
});
