const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const FACTOR: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9 };

/** What a field takes, in words. */
export const EXPECTED_NUMBER = 'a number such as 3 or 0.5';
export const EXPECTED_COUNT = 'a number such as 200 or 10k';
export const EXPECTED_MONEY = 'an amount of US dollars such as 0.50';

/** The number that a text says; undefined when it is none or too large. */
export function plainNumber(text: string): number | undefined {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** A number that may end in k, M or G. */
export function countNumber(text: string): number | undefined {
  const factor = FACTOR[text.slice(-1).toLowerCase()];
  if (factor === undefined) return plainNumber(text);
  const value = plainNumber(text.slice(0, -1));
  return value === undefined ? undefined : value * factor;
}

/** US dollars: a number that may have `$` before or `USD` after it. */
export function moneyNumber(text: string): number | undefined {
  return plainNumber(text.replace(/^\$/, '').replace(/usd$/i, ''));
}
