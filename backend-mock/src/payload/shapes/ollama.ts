import type { ResponseShape } from '../description.js';
import { messageText } from '../content/transcript.js';
import { reasoningText } from '../content/typedParts.js';
import { firstText, isObject, objectOf, textOf } from '../json.js';
import { ollamaUsage } from '../usage.js';

export const ollamaChatResponse: ResponseShape = {
  name: 'Ollama chat',
  matches: (body) => isObject(body['message']) && 'done' in body,
  describe: (body) => ({
    text: messageText(objectOf(body['message'])),
    finishReason: textOf(body['done_reason']),
    responseModel: textOf(body['model']),
    usage: ollamaUsage(body),
    operation: 'chat',
  }),
};

export const ollamaGenerateResponse: ResponseShape = {
  name: 'Ollama generate',
  matches: (body) => typeof body['response'] === 'string' && 'done' in body,
  describe: (body) => ({
    text: [reasoningText(firstText(body['thinking'])), textOf(body['response'])]
      .filter((text) => text !== '')
      .join('\n'),
    finishReason: textOf(body['done_reason']),
    responseModel: textOf(body['model']),
    usage: ollamaUsage(body),
    operation: 'text_completion',
  }),
};
