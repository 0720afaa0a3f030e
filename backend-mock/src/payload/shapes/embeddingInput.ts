import type { RequestShape } from '../description.js';
import { contentText } from '../content/parts.js';
import { requestParameters } from '../parameters.js';

/** Texts to complete or embed: one, several (a line each), or token ids, which are counted. */
export function inputItemsText(input: unknown): string {
  return isTokenIds(input) || !Array.isArray(input)
    ? inputItemText(input)
    : (input as unknown[]).map(inputItemText).join('\n');
}

function isTokenIds(item: unknown): item is number[] {
  return Array.isArray(item) && item.length > 0 && item.every((token) => typeof token === 'number');
}

function inputItemText(item: unknown): string {
  return isTokenIds(item) ? `[${item.length} tokens]` : contentText(item);
}

const EMBEDDING_FIELDS = ['encoding_format', 'dimensions', 'input_type', 'output_dimension', 'truncation', 'texts'];

function asksForEmbedding(body: Record<string, unknown>): boolean {
  const input = body['input'];
  const isInput = typeof input === 'string' || Array.isArray(input);
  const named = typeof body['model'] === 'string' && /embed/i.test(body['model']);
  return isInput && (named || EMBEDDING_FIELDS.some((field) => field in body)) && !('instructions' in body);
}

/** Embedding requests of OpenAI, Azure, Mistral, Voyage, vLLM (`input`) and Cohere (`texts`). */
export const embeddingRequest: RequestShape = {
  name: 'embedding input',
  matches: (body) => Array.isArray(body['texts']) || asksForEmbedding(body),
  describe: (body) => ({
    text: inputItemsText(body['texts'] ?? body['input']),
    parameters: requestParameters(body, ['input', 'texts']),
    operation: 'embeddings',
  }),
};
