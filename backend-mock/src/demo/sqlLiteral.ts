/** A text as a SQL literal. Only the demo's own constants become literals; everything else is bound as a parameter. */
export function sqlText(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`;
}

/** What a SQL array can be made of: texts, numbers, arrays. */
export type SqlArrayItem = string | number | readonly SqlArrayItem[];

/** Texts, numbers or lists of them as a SQL array. */
export function sqlArray(items: readonly SqlArrayItem[]): string {
  const literals = items.map((item) => {
    if (typeof item === 'object') {
      return sqlArray(item);
    }
    return typeof item === 'number' ? String(item) : sqlText(item);
  });
  return `[${literals.join(', ')}]`;
}

/**
 * A number from 0 to 1 (exclusive) that depends on nothing but the seed, the absolute day, the row's number in the day
 * and `salt`. `day` and `i` are columns of the query.
 */
export function random(salt: string): string {
  return `(bitShiftRight(cityHash64({seed:UInt64}, day, i, ${sqlText(salt)}), 11) / 9007199254740992.)`;
}

/** A number of the standard normal distribution (Box–Muller). */
export function normal(salt: string): string {
  return `(sqrt(-2 * log(1 - ${random(`${salt} radius`)})) * cos(6.283185307179586 * ${random(`${salt} angle`)}))`;
}

/** A log-normal number with the given median; `spread` is the standard deviation of its logarithm. */
export function logNormal(median: string, spread: number, salt: string): string {
  return `(${median} * exp(${spread} * ${normal(salt)}))`;
}

/** A random entry of a SQL array. */
export function pick(array: string, salt: string): string {
  return `arrayElement(${array}, 1 + toUInt32(floor(${random(salt)} * length(${array}))))`;
}

/** The index (from 1) that a random number falls on when entries have these weights. */
export function pickByWeight(weights: readonly number[], salt: string): string {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const cumulated = weights.map(
    (_, index) => weights.slice(0, index + 1).reduce((sum, weight) => sum + weight, 0) / total,
  );
  return `(1 + arrayCount(bound -> bound <= ${random(salt)}, ${sqlArray(cumulated.slice(0, -1))}))`;
}
