import { isObject, listOf, objectOf, type JsonObject } from '../../payload/json.js';
import { mergeDelta } from './merge.js';
import { choices, envelope } from './openaiChoices.js';
import type { StreamShape } from './stream.js';

function withoutCallIndexes(message: JsonObject): JsonObject {
  const calls = message['tool_calls'];
  if (!Array.isArray(calls)) {
    return message;
  }
  const finished = listOf(calls).map((call) => {
    const kept = { ...objectOf(call) };
    delete kept['index'];
    return kept;
  });
  return { ...message, tool_calls: finished };
}

/** Chat completion chunks of OpenAI, Azure, Mistral, Groq, DeepSeek, Writer, vLLM. */
export const openaiChatStream: StreamShape = {
  name: 'OpenAI chat',
  matches: (chunks) =>
    chunks.some((chunk) => listOf(chunk['choices']).some((choice) => isObject(objectOf(choice)['delta']))) &&
    !chunks.some((chunk) => chunk['object'] === 'text_completion'),
  assemble: (chunks) => {
    const merged = choices(chunks, (choice, delta) => {
      choice['message'] = mergeDelta(objectOf(choice['message']), objectOf(delta['delta']));
    });
    const answered = merged.map((choice) => ({ ...choice, message: withoutCallIndexes(objectOf(choice['message'])) }));
    return { ...envelope(chunks, 'chat.completion'), choices: answered };
  },
};
