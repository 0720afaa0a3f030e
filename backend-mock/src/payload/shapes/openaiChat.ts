import type { ResponseShape } from '../description.js';
import { answersText } from '../content/answers.js';
import { messageText } from '../content/transcript.js';
import { firstText, isObject, listOf, objectOf, textOf } from '../json.js';
import { openAiUsage } from '../usage.js';

/** OpenAI chat completions; also Azure, Mistral, Groq, DeepSeek, Together, Writer, vLLM. */
export const openaiChatResponse: ResponseShape = {
  name: 'OpenAI chat',
  matches: (body) => listOf(body['choices']).some((choice) => isObject(objectOf(choice)['message'])),
  describe: (body) => {
    const choices = listOf(body['choices']).map(objectOf);
    return {
      text: answersText(choices.map((choice) => messageText(objectOf(choice['message'])))),
      finishReason: firstText(choices[0]?.['finish_reason'], choices[0]?.['stop_reason']),
      responseModel: textOf(body['model']),
      responseId: textOf(body['id']),
      usage: openAiUsage(body['usage']),
      operation: 'chat',
    };
  },
};
