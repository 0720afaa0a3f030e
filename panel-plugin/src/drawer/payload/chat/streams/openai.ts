import { isObject, objectOf, objectsOf, textOf, type JsonObject } from '../jsonShape';
import { mergeDelta } from './mergeDelta';
import type { StreamShape } from './stream';

/** The choices of all chunks by their index, each continued by `extend`. */
function choicesStream(
  recognises: StreamShape['recognises'],
  extend: (choice: JsonObject, delta: JsonObject) => void
): StreamShape {
  return {
    recognises,
    begin: () => {
      const choices = new Map<unknown, JsonObject>();
      return {
        add: (chunk) => {
          for (const delta of objectsOf(chunk['choices'])) {
            const index = delta['index'] ?? 0;
            const choice = choices.get(index) ?? {};
            choices.set(index, choice);
            extend(choice, delta);
            choice['finish_reason'] = delta['finish_reason'] ?? choice['finish_reason'];
            choice['content_filter_results'] = delta['content_filter_results'] ?? choice['content_filter_results'];
          }
        },
        answer: () => ({ choices: [...choices.values()] }),
      };
    },
  };
}

/** Chat completion chunks of OpenAI, Azure, Mistral, Groq, DeepSeek, Writer, vLLM. */
export const openaiChatStream = choicesStream(
  (chunk) =>
    chunk['object'] !== 'text_completion' && objectsOf(chunk['choices']).some((choice) => isObject(choice['delta'])),
  (choice, delta) => {
    choice['message'] = mergeDelta(objectOf(choice['message']), objectOf(delta['delta']));
  }
);

/** Text completion chunks of OpenAI and vLLM. */
export const completionsStream = choicesStream(
  (chunk) => objectsOf(chunk['choices']).some((choice) => typeof choice['text'] === 'string'),
  (choice, delta) => {
    choice['text'] = textOf(choice['text']) + textOf(delta['text']);
  }
);

/** Writer's completions: bare fragments. */
export const writerStream: StreamShape = {
  recognises: (chunk) => typeof chunk['value'] === 'string' && Object.keys(chunk).length === 1,
  begin: () => {
    let text = '';
    return {
      add: (chunk) => {
        text += textOf(chunk['value']);
      },
      answer: () => ({ choices: [{ text }] }),
    };
  },
};

/**
 * OpenAI responses: the closing event carries the complete response. A stream that broke off is put together from the
 * items it finished.
 */
export const responsesStream: StreamShape = {
  recognises: (chunk) => textOf(chunk['type']).startsWith('response.'),
  begin: () => {
    let response: JsonObject = {};
    let isClosed = false;
    const items: unknown[] = [];
    return {
      add: (chunk) => {
        if (isObject(chunk['response'])) {
          response = chunk['response'];
          isClosed ||= /^response\.(?:completed|incomplete|failed)$/.test(textOf(chunk['type']));
        } else if (chunk['type'] === 'response.output_item.done') {
          items.push(chunk['item']);
        }
      },
      answer: () => (isClosed ? response : { ...response, object: 'response', output: items }),
    };
  },
};
