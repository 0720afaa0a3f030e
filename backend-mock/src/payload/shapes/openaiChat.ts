import type { ResponseShape } from '../description.js';
import { answersText } from '../content/answers.js';
import { messageText } from '../content/transcript.js';
import { firstText, isObject, listOf, objectOf, textOf, type JsonObject } from '../json.js';
import { openAiUsage } from '../usage.js';

/** Azure may withhold an answer and say only which filter did it. */
function withheldText(choice: JsonObject): string {
  const results = Object.entries(objectOf(choice['content_filter_results']));
  const filters = results.filter(([, result]) => objectOf(result)['filtered'] === true).map(([name]) => name);
  return choice['finish_reason'] === 'content_filter' ? `[withheld by content filter: ${filters.join(', ')}]` : '';
}

/** OpenAI chat completions; also Azure, Mistral, Groq, DeepSeek, Together, Writer, vLLM. */
export const openaiChatResponse: ResponseShape = {
  name: 'OpenAI chat',
  matches: (body) =>
    listOf(body['choices']).some(
      (choice) => isObject(objectOf(choice)['message']) || isObject(objectOf(choice)['content_filter_results']),
    ),
  describe: (body) => {
    const choices = listOf(body['choices']).map(objectOf);
    return {
      text: answersText(choices.map((choice) => messageText(objectOf(choice['message'])) || withheldText(choice))),
      finishReason: firstText(choices[0]?.['finish_reason'], choices[0]?.['stop_reason']),
      responseModel: textOf(body['model']),
      responseId: textOf(body['id']),
      usage: openAiUsage(body['usage']),
      operation: 'chat',
    };
  },
};
