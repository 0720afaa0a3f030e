import { isObject, listOf, objectOf } from '../json.js';

const SAMPLED_BASE64 = 128;
const LEAST_LIKELY = 1e-9;
const MOST_LIKELY = 1e3;

/**
 * Bytes of one number in a base64 vector: OpenAI sends 32-bit floats, vLLM may send 64-bit ones and nothing says which.
 * Pairs of 32-bit floats read as 64-bit ones give values far below any component of an embedding.
 */
function bytesPerNumber(vector: string): number {
  const sample = Buffer.from(vector.slice(0, SAMPLED_BASE64), 'base64');
  for (let at = 0; at + 8 <= sample.length; at += 8) {
    const size = Math.abs(sample.readDoubleLE(at));
    if (!(size > LEAST_LIKELY && size < MOST_LIKELY)) {
      return 4;
    }
  }
  return sample.length < 8 ? 4 : 8;
}

/** Length of a vector: a list of numbers, `{values: […]}` (Gemini) or base64 of little-endian floats. */
function dimensions(vector: unknown): number {
  if (typeof vector === 'string') {
    const padding = vector.endsWith('==') ? 2 : vector.endsWith('=') ? 1 : 0;
    return Math.floor(((vector.length * 3) / 4 - padding) / bytesPerNumber(vector));
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
