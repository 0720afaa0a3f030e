import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { durationMs } from './durations.js';
import { countNumber, moneyNumber } from './numbers.js';

/** Ends a call that would go on for ever, which a test's own time limit cannot: it holds the only thread. */
function answerOf(read: (text: string) => number | undefined, text: string): unknown {
  return runInNewContext('read(text)', { read, text }, { timeout: 10_000 }) as unknown;
}

describe('durations and numbers in a query', () => {
  it.each([
    ['units', '11s'.repeat(2000)],
    ['decimals', '1.1s'.repeat(2000)],
    ['digits', '1'.repeat(7900)],
  ])('do not stop the server when many %s end in something else', (_, text) => {
    for (const read of [durationMs, countNumber, moneyNumber]) expect(answerOf(read, `${text}!`)).toBeUndefined();
  });

  it('are read in every form that the language has', () => {
    const durations = {
      '250': 250,
      '1.5s': 1500,
      '1.s': 1000,
      '.5s': 500,
      '1m30s': 90_000,
      '11h11m': 40_260_000,
      '0:01:500': 1500,
    };
    for (const [text, milliseconds] of Object.entries(durations))
      expect([text, durationMs(text)]).toEqual([text, milliseconds]);
    expect([countNumber('10.5k'), countNumber('1.'), moneyNumber('$.50')]).toEqual([10_500, 1, 0.5]);
  });
});
