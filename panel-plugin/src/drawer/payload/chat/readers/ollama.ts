import { message, textParts } from '../chatModel';
import { isObject, objectOf, textOf } from '../jsonShape';
import { messageOf } from '../messageOf';
import type { ChatReader } from './reader';

export const ollamaChatAnswer: ChatReader = {
  name: 'Ollama chat',
  recognises: (body) => isObject(body['message']) && 'done' in body,
  read: (body) => [messageOf(objectOf(body['message']), { finishReason: textOf(body['done_reason']) })],
};

export const ollamaGenerateAnswer: ChatReader = {
  name: 'Ollama generate',
  recognises: (body) => typeof body['response'] === 'string' && 'done' in body,
  read: (body) => {
    const thinking = textOf(body['thinking']);
    const reasoning = thinking === '' ? [] : [{ kind: 'reasoning', text: thinking } as const];
    return [
      message('assistant', [...reasoning, ...textParts(textOf(body['response']))], {
        finishReason: textOf(body['done_reason']),
      }),
    ];
  },
};
