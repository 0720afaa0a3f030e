import { message, textParts, type ChatMessage } from '../chatModel';
import { firstText, jsonText, listOf, objectOf, objectsOf, textOf, type JsonObject } from '../jsonShape';
import { messageOf, systemMessages } from '../messageOf';
import { choiceNumber, type ChatReader } from './reader';

/** Prompts are texts, or lists of texts; lists of tokens stay what they are. */
function promptMessages(prompt: unknown): ChatMessage[] {
  const prompts = listOf(prompt).every((entry) => typeof entry === 'string') ? [prompt].flat() : [prompt];
  return prompts.map((entry) => message('user', textParts(jsonText(entry))));
}

function promptOf(body: JsonObject): unknown {
  return body['prompt'] ?? body['inputText'] ?? objectOf(body['input'])['prompt'];
}

/** Text completions: OpenAI, Ollama generate, Anthropic's old ones, Titan, Llama and Cohere on Bedrock, Replicate. */
export const promptRequest: ChatReader = {
  name: 'Text completions',
  recognises: (body) => typeof promptOf(body) === 'string' || Array.isArray(promptOf(body)),
  read: (body) => [
    ...systemMessages(body['system']),
    ...promptMessages(promptOf(body)),
    ...listOf(body['images']).map((image) => messageOf({ role: 'user', images: [image] })),
  ],
};

export const completionsAnswer: ChatReader = {
  name: 'Text completions',
  recognises: (body) => objectsOf(body['choices']).some((choice) => typeof choice['text'] === 'string'),
  read: (body) => {
    const choices = objectsOf(body['choices']);
    return choices.map((choice, index) =>
      message('assistant', textParts(textOf(choice['text'])), {
        finishReason: textOf(choice['finish_reason']),
        choice: choiceNumber(index, choices.length),
      })
    );
  },
};

/** Replicate's predictions: a text in parts, or the addresses of what was made. */
export const predictionAnswer: ChatReader = {
  name: 'Replicate',
  recognises: (body) => 'version' in body && 'status' in body && 'input' in body,
  read: (body) => {
    const output = body['output'];
    const text = listOf(output).every((part) => typeof part === 'string') ? listOf(output).join('') : jsonText(output);
    return [
      message('assistant', textParts(typeof output === 'string' ? output : text), {
        finishReason: firstText(body['status']),
      }),
    ];
  },
};
