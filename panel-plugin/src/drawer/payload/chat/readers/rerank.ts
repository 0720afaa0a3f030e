import { message, textParts } from '../chatModel';
import { firstText, jsonText, listOf, objectOf, objectsOf, textOf } from '../jsonShape';
import type { ChatReader } from './reader';

export const rerankRequest: ChatReader = {
  name: 'Rerank',
  recognises: (body) => typeof body['query'] === 'string' && Array.isArray(body['documents']),
  read: (body) => [
    message('query', textParts(textOf(body['query']))),
    ...listOf(body['documents']).map((document, index) =>
      message('document', textParts(jsonText(objectOf(document)['text'] ?? document)), { name: String(index) })
    ),
  ],
};

export const rerankAnswer: ChatReader = {
  name: 'Rerank',
  recognises: (body) =>
    [...objectsOf(body['results']), ...objectsOf(body['data'])].some((result) => 'relevance_score' in result),
  read: (body) =>
    [...objectsOf(body['results']), ...objectsOf(body['data'])].map((result) => {
      const text = firstText(objectOf(result['document'])['text'], result['document']);
      const score = `${jsonText(result['relevance_score'])}${text === '' ? '' : `\n${text}`}`;
      return message('document', textParts(score), { name: jsonText(result['index']) });
    }),
};
