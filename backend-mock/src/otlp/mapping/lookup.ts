import { countOf } from '../../payload/json.js';
import type { Attributes } from '../message/anyValue.js';

/** The value of the first attribute that is there and not blank. */
export function firstValue(attributes: Attributes, names: readonly string[]): unknown {
  const name = names.find((candidate) => {
    const value = attributes.get(candidate);
    return value !== undefined && value !== null && value !== '';
  });
  return name === undefined ? undefined : attributes.get(name);
}

/** A count from the first attribute that is one. */
export function firstCount(attributes: Attributes, names: readonly string[], max: number): number | null {
  const counts = names.map((name) => countOf(attributes.get(name)));
  return counts.find((count) => count !== undefined && count <= max) ?? null;
}

/** A number from 0 to `max` from the first attribute that is one. */
export function firstAmount(attributes: Attributes, names: readonly string[], max: number): number | null {
  const amounts = names.map((name) => attributes.get(name));
  const isAmount = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= max;
  return amounts.find(isAmount) ?? null;
}

/** A text; numbers and booleans are written out, a list gives its first entry. */
export function writtenOut(value: unknown): string {
  const single: unknown = Array.isArray(value) ? (value as unknown[])[0] : value;
  return typeof single === 'string' || typeof single === 'number' || typeof single === 'boolean' ? String(single) : '';
}
