/** What the contract takes. */
export interface NumberLimits {
  min: number;
  max: number;
}

/** The typed number, kept within the contract's limits; undefined (so: the default) for text that is no number. */
export function limitedNumber(text: string, limits: NumberLimits): number | undefined {
  const value = Number(text);
  return text.trim() === '' || Number.isNaN(value) ? undefined : Math.min(Math.max(value, limits.min), limits.max);
}

/** The same as a whole number. */
export function wholeNumber(text: string, limits: NumberLimits): number | undefined {
  const value = limitedNumber(text, limits);
  return value === undefined ? undefined : Math.round(value);
}
