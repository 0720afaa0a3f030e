/** A JSON object whose members are not yet known. */
export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object, or an empty one: lets a chain of look-ups run over anything. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The value as a list, or an empty one. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** The value when it is a text, else ''. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The value when it is a count (a whole number from 0 on, also as decimal text), else undefined. */
export function countOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}

/** First of the candidates that is a text with something in it, else ''. */
export function firstText(...candidates: unknown[]): string {
  return candidates.map(textOf).find((text) => text !== '') ?? '';
}

/**
 * Compact JSON text of any value. JSON.parse accepts deeper nesting than JSON.stringify can write, so a hostile
 * payload could throw here; it gets a note instead.
 */
export function compactJson(value: unknown): string {
  try {
    const text: unknown = JSON.stringify(value);
    return typeof text === 'string' ? text : '';
  } catch {
    return '[JSON nested too deeply]';
  }
}
