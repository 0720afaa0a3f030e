import { listOf, objectOf, textOf } from '../../payload/json.js';
import { choices, envelope } from './openaiChoices.js';
import type { StreamShape } from './stream.js';

/** Text completion chunks of OpenAI and vLLM. */
export const openaiCompletionsStream: StreamShape = {
  name: 'OpenAI completions',
  matches: (chunks) =>
    chunks.some((chunk) => listOf(chunk['choices']).some((choice) => typeof objectOf(choice)['text'] === 'string')),
  assemble: (chunks) => ({
    ...envelope(chunks, 'text_completion'),
    choices: choices(chunks, (choice, delta) => {
      choice['text'] = textOf(choice['text']) + textOf(delta['text']);
    }),
  }),
};

/** Writer's completions: bare `value` fragments. */
export const writerCompletionsStream: StreamShape = {
  name: 'Writer completions',
  matches: (chunks) => chunks.length > 0 && chunks.every((chunk) => typeof chunk['value'] === 'string'),
  assemble: (chunks) => ({ choices: [{ text: chunks.map((chunk) => textOf(chunk['value'])).join('') }] }),
};
