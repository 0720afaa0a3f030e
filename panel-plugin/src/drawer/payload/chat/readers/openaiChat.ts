import type { ChatPart } from '../chatModel';
import { firstText, isObject, objectOf, objectsOf, textOf, type JsonObject } from '../jsonShape';
import { messageOf } from '../messageOf';
import { choiceNumber, type ChatReader } from './reader';

/** Azure may withhold an answer and say only which filter did it. */
function withheld(choice: JsonObject): ChatPart[] {
  const filters = Object.entries(objectOf(choice['content_filter_results']))
    .filter(([, result]) => objectOf(result)['filtered'] === true)
    .map(([name]) => name);
  const isEmpty = !isObject(choice['message']) || textOf(choice['message']['content']) === '';
  return isEmpty && filters.length > 0 ? [{ kind: 'refusal', text: `content_filter: ${filters.join(', ')}` }] : [];
}

/** Answers of OpenAI chat completions, and of all who speak it: Azure, Mistral, Groq, DeepSeek, Together, Writer, vLLM. */
export const openaiChatAnswer: ChatReader = {
  name: 'OpenAI chat completions',
  recognises: (body) =>
    objectsOf(body['choices']).some(
      (choice) => isObject(choice['message']) || isObject(choice['content_filter_results'])
    ),
  read: (body) => {
    const choices = objectsOf(body['choices']);
    return choices.map((choice, index) => {
      const answer = messageOf(objectOf(choice['message']), {
        finishReason: firstText(choice['finish_reason'], choice['stop_reason']),
        choice: choiceNumber(index, choices.length),
      });
      return { ...answer, role: answer.role || 'assistant', parts: [...answer.parts, ...withheld(choice)] };
    });
  },
};
