import type { Schema } from '../contract/operations.js';

/**
 * The query string's texts as the types its schema asks for: a parameter that takes a list is one even when given once,
 * a whole number is a number. What cannot be converted stays as it is, for validation to name.
 */
export function readQuery(query: Record<string, unknown>, schema: Schema): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const type = schema.properties?.[name]?.type;
      if (type === 'array') return [name, Array.isArray(value) ? value : [value]];
      if (type === 'integer' && typeof value === 'string' && /^-?\d{1,15}$/.test(value)) return [name, Number(value)];
      return [name, value];
    }),
  );
}
