import type { RequestShape, ResponseShape } from '../description.js';
import { answersText } from '../content/answers.js';
import { embeddedMedia } from '../content/media.js';
import { systemLines, transcript } from '../content/transcript.js';
import { listOf, objectOf, textOf } from '../json.js';
import { requestParameters } from '../parameters.js';
import { openAiUsage } from '../usage.js';
import { inputItemsText } from './embeddingInput.js';

/** A bare prompt: OpenAI completions, Ollama generate (with system and images), Bedrock's Claude 2, Llama, Cohere, AI21. */
export const promptRequest: RequestShape = {
  name: 'prompt',
  matches: (body) => typeof body['prompt'] === 'string' || Array.isArray(body['prompt']),
  describe: (body) => {
    const images = listOf(body['images']).map((image) => embeddedMedia('image', '', image));
    const prompt = [inputItemsText(body['prompt']), ...images].join('\n');
    return {
      text: transcript([...systemLines(body['system']), { role: 'user', text: prompt }]),
      parameters: requestParameters(body, ['prompt', 'system', 'images', 'context', 'template']),
      operation: 'text_completion',
    };
  },
};

/** OpenAI completions; also Together, Writer, vLLM. */
export const openaiCompletionsResponse: ResponseShape = {
  name: 'OpenAI completions',
  matches: (body) => listOf(body['choices']).some((choice) => typeof objectOf(choice)['text'] === 'string'),
  describe: (body) => {
    const choices = listOf(body['choices']).map(objectOf);
    return {
      text: answersText(choices.map((choice) => textOf(choice['text']))),
      finishReason: textOf(choices[0]?.['finish_reason']),
      responseModel: textOf(body['model']),
      responseId: textOf(body['id']),
      usage: openAiUsage(body['usage']),
      operation: 'text_completion',
    };
  },
};
