/**
 * The typed number, kept within the contract's limits; undefined (so: the default) for text that is no number.
 */
export function wholeNumber(text: string, limits: { min: number; max: number }): number | undefined {
  const value = Math.round(Number(text));
  return text.trim() === '' || Number.isNaN(value) ? undefined : Math.min(Math.max(value, limits.min), limits.max);
}
