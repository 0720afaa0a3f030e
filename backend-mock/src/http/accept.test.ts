import { describe, expect, it } from 'vitest';
import { ARROW, answerType } from './accept.js';

describe('choosing the answer type', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/json', 'application/json'],
    [ARROW, ARROW],
    [`${ARROW}, application/json;q=0.5`, ARROW],
    [`application/json, ${ARROW};q=0.9`, 'application/json'],
    [`application/json;q=0, ${ARROW}`, ARROW],
    ['text/html, application/*;q=0.8', 'application/json'],
  ])('%s gets %s', (accept, expected) => {
    expect(answerType(accept)).toBe(expected);
  });

  it.each(['text/html', 'application/json;q=0', 'image/*'])('%s gets nothing', (accept) => {
    expect(() => answerType(accept)).toThrow(expect.objectContaining({ code: 'NOT_ACCEPTABLE' }) as Error);
  });
});
