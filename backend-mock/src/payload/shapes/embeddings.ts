import type { ResponseShape } from '../description.js';
import { dataVectors, embeddingText } from '../content/embedding.js';
import { countOf, isObject, listOf, objectOf, textOf, type JsonObject } from '../json.js';
import { cohereUsage, openAiUsage } from '../usage.js';

/** OpenAI, Azure, Mistral, Voyage, vLLM. Voyage reports `total_tokens` only: an embedding has no output to count. */
export const openaiEmbeddingsResponse: ResponseShape = {
  name: 'OpenAI embeddings',
  matches: (body) => listOf(body['data']).some((entry) => objectOf(entry)['embedding'] !== undefined),
  describe: (body) => {
    const usage = openAiUsage(body['usage']);
    return {
      text: embeddingText(dataVectors(body['data'])),
      responseModel: textOf(body['model']),
      responseId: textOf(body['id']),
      usage: { ...usage, inputTokens: usage.inputTokens ?? countOf(objectOf(body['usage'])['total_tokens']) },
      operation: 'embeddings',
    };
  },
};

function vectors(body: JsonObject): unknown[] {
  const many = body['embeddings'];
  if (isObject(many)) {
    return listOf(Object.values(many).find(Array.isArray));
  }
  return Array.isArray(many) ? (many as unknown[]) : [body['embedding']];
}

/** One `embedding` (Ollama, Titan, Gemini) or a list of `embeddings` (Ollama, Cohere v1; Cohere v2 by number type). */
export const embeddingVectorsResponse: ResponseShape = {
  name: 'embedding vectors',
  matches: (body) =>
    Array.isArray(body['embedding']) ||
    Array.isArray(objectOf(body['embedding'])['values']) ||
    Array.isArray(body['embeddings']) ||
    isObject(body['embeddings']),
  describe: (body) => ({
    text: embeddingText(vectors(body)),
    responseModel: textOf(body['model']),
    responseId: textOf(body['id']),
    usage: {
      inputTokens:
        countOf(body['inputTextTokenCount']) ??
        countOf(body['prompt_eval_count']) ??
        cohereUsage(body['meta']).inputTokens,
    },
    operation: 'embeddings',
  }),
};
