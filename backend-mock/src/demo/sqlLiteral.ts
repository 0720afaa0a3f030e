import { createHash } from 'node:crypto';

/** A text as a SQL literal. Only the demo's own constants become literals; everything else is bound as a parameter. */
export function sqlText(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`;
}

/** What a SQL array is made of here. Not of arrays: the engine copies the chosen inner array for every row. */
export type SqlArrayItem = string | number;

/** Texts or numbers as a SQL array. */
export function sqlArray(items: readonly SqlArrayItem[]): string {
  return `[${items.map((item) => (typeof item === 'number' ? String(item) : sqlText(item))).join(', ')}]`;
}

/** Entry of a constant array at a place (from 1) given by a SQL expression. */
export function lookUp(items: readonly SqlArrayItem[], place: string): string {
  return `arrayElement(${sqlArray(items)}, ${place})`;
}

/**
 * A random whole number of 64 bits that depends on nothing but the row's own number `h` and `salt`: one multiplication
 * or two for the engine, where hashing seed, row and salt anew would cost more than all the texts.
 */
export function randomBits(salt: string): string {
  const mask = createHash('sha256').update(salt).digest().readBigUInt64BE();
  return `intHash64(bitXor(h, ${mask}))`;
}

/** A random number from 0 to 1 (exclusive). */
export function random(salt: string): string {
  return `(bitShiftRight(${randomBits(salt)}, 11) / 9007199254740992.)`;
}

/** A random whole number from 0 to `count` (exclusive), a SQL expression or a number. */
export function randomBelow(count: string | number, salt: string): string {
  return `toUInt32(bitShiftRight(${randomBits(salt)}, 8) % ${count})`;
}

/** A number of the standard normal distribution (Box–Muller). */
function normal(salt: string): string {
  return `(sqrt(-2 * log(1 - ${random(`${salt} radius`)})) * cos(6.283185307179586 * ${random(`${salt} angle`)}))`;
}

/** A log-normal number with the given median; `spread` is the standard deviation of its logarithm. */
export function logNormal(median: string, spread: number, salt: string): string {
  return `(${median} * exp(${spread} * ${normal(salt)}))`;
}

/** A random entry of a list. */
export function pick(items: readonly SqlArrayItem[], salt: string): string {
  return lookUp(items, `1 + ${randomBelow(items.length, salt)}`);
}

/** A random entry of the list that stands at a place (from 1, a SQL expression) among several. */
export function pickOf(lists: readonly (readonly SqlArrayItem[])[], place: string, salt: string): string {
  const starts = lists.map((_, index) => lists.slice(0, index).flat().length + 1);
  const count = lookUp(
    lists.map((list) => list.length),
    place,
  );
  return lookUp(lists.flat(), `${lookUp(starts, place)} + ${randomBelow(count, salt)}`);
}

const SHARES = 1000;

/** The index (from 1) that a random number falls on when entries have these weights, to a thousandth of the whole. */
export function pickByWeight(weights: readonly number[], salt: string): string {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const bounds = weights.map(
    (_, index) => weights.slice(0, index + 1).reduce((sum, weight) => sum + weight, 0) / total,
  );
  const table = Array.from(
    { length: SHARES },
    (_, share) => 1 + bounds.filter((bound) => bound <= (share + 0.5) / SHARES).length,
  );
  return lookUp(table, `1 + ${randomBelow(SHARES, salt)}`);
}
