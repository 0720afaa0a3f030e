import { message, textParts, type ChatMessage } from '../chatModel';
import { isObject, jsonText, listOf, objectOf, objectsOf, textOf, type JsonObject } from '../jsonShape';
import type { ChatReader } from './reader';

/** Members that only requests for embeddings have. */
const EMBEDDING_MEMBERS = [
  'encoding_format',
  'dimensions',
  'input_type',
  'output_dimension',
  'embedding_types',
  'truncation',
];

/** OpenAI's responses name their input as its embeddings do. */
export function isEmbeddingRequest(body: JsonObject): boolean {
  const input = body['input'] ?? body['texts'] ?? body['inputs'];
  const hasTexts = listOf(input).length > 0 && !listOf(input).some(isObject);
  const names = /embed/i.test(textOf(body['model'])) || EMBEDDING_MEMBERS.some((member) => member in body);
  return hasTexts || (typeof input === 'string' && names && !('messages' in body) && !('instructions' in body));
}

export const embeddingRequest: ChatReader = {
  name: 'Embeddings',
  recognises: isEmbeddingRequest,
  read: (body) => {
    const input = body['input'] ?? body['texts'] ?? body['inputs'];
    const texts = listOf(input).every((entry) => typeof entry === 'string') ? [input].flat() : [input];
    return texts.map((text) => message('input', textParts(jsonText(text))));
  },
};

/** Vectors in any of their places, as told apart by OpenAI, Cohere (by type), Ollama, Gemini, Titan. */
function vectorsOf(body: JsonObject): unknown[] {
  const data = objectsOf(body['data']).map((entry) => entry['embedding']);
  const byType = Object.values(objectOf(body['embeddings'])).flatMap((list) => listOf(list));
  const single = body['embedding'] === undefined ? [] : [body['embedding']];
  return [...data, ...listOf(body['embeddings']), ...byType, ...single]
    .map((vector) => (isObject(vector) ? vector['values'] : vector))
    .filter((vector) => typeof vector === 'string' || listOf(vector).length > 0);
}

function vectorMessage(vector: unknown): ChatMessage {
  const isBase64 = typeof vector === 'string';
  return message('embedding', [{ kind: 'vector', size: isBase64 ? vector.length : listOf(vector).length, isBase64 }]);
}

/** Embeddings are told by their sizes: nobody reads their numbers, which the JSON has. */
export const embeddingAnswer: ChatReader = {
  name: 'Embeddings',
  recognises: (body) => vectorsOf(body).length > 0,
  read: (body) => vectorsOf(body).map(vectorMessage),
};
