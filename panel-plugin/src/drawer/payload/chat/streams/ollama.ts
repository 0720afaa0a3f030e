import { isObject, objectOf, textOf, type JsonObject } from '../jsonShape';
import { mergeDelta } from './mergeDelta';
import type { StreamShape } from './stream';

/** Ollama chat and generate: lines of the form of the whole answer; the last says why it ended. */
export const ollamaStream: StreamShape = {
  recognises: (chunk) => typeof chunk['done'] === 'boolean',
  begin: () => {
    const message: JsonObject = {};
    let response = '';
    let thinking = '';
    let last: JsonObject = {};
    return {
      add: (chunk) => {
        mergeDelta(message, objectOf(chunk['message']));
        response += textOf(chunk['response']);
        thinking += textOf(chunk['thinking']);
        last = chunk;
      },
      answer: () => (isObject(last['message']) ? { ...last, message } : { ...last, response, thinking }),
    };
  },
};
