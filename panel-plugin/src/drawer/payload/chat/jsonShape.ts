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

/** The objects of a list. */
export function objectsOf(value: unknown): JsonObject[] {
  return listOf(value).filter(isObject);
}

/** The value when it is a text, else ''. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** First of the candidates that is a text with something in it, else ''. */
export function firstText(...candidates: unknown[]): string {
  return candidates.map(textOf).find((text) => text !== '') ?? '';
}

/** A text as it is, nothing for null, everything else as JSON on indented lines. */
export function jsonText(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  if (value === undefined || value === null) {
    return '';
  }
  try {
    return JSON.stringify(value, undefined, 2);
  } catch {
    return '[…]'; // Parsing goes deeper than JSON.stringify can write.
  }
}
