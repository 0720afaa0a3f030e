import type { RequestShape } from '../description.js';
import { contentText } from '../content/parts.js';
import { requestParameters } from '../parameters.js';

/** Texts to complete or embed: one, several (a line each), or token ids, which are counted. */
export function inputItemsText(input: unknown): string {
  if (!Array.isArray(input)) {
    return contentText(input);
  }
  const items = input as unknown[];
  if (items.length > 0 && items.every((item) => typeof item === 'number')) {
    return `[${items.length} tokens]`;
  }
  return items.map((item) => (Array.isArray(item) ? inputItemsText(item) : contentText(item))).join('\n');
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
