import { isObject, listOf, objectOf } from '../json.js';

const FLOAT_BYTES = 4;

/** Length of a vector: a list of numbers, `{values: […]}` (Gemini) or base64 of 32-bit floats (OpenAI's default). */
function dimensions(vector: unknown): number {
  if (typeof vector === 'string') {
    const padding = vector.endsWith('==') ? 2 : vector.endsWith('=') ? 1 : 0;
    return Math.floor(((vector.length * 3) / 4 - padding) / FLOAT_BYTES);
  }
  return isObject(vector) ? listOf(vector['values']).length : listOf(vector).length;
}

/** `[embedding: 2 × 1536]`: vectors are counted, never printed. */
export function embeddingText(vectors: unknown[]): string {
  return `[embedding: ${vectors.length} × ${dimensions(vectors[0])}]`;
}

/** The vectors of OpenAI-like `data` entries. */
export function dataVectors(data: unknown): unknown[] {
  return listOf(data).map((entry) => objectOf(entry)['embedding']);
}
