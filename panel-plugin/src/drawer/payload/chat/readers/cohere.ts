import { message, textParts, type ChatMessage } from '../chatModel';
import { isObject, jsonText, listOf, objectsOf, textOf } from '../jsonShape';
import { messageOf, messagesOf, systemMessages } from '../messageOf';
import { choiceNumber, type ChatReader } from './reader';

function documentMessages(documents: unknown): ChatMessage[] {
  return listOf(documents).map((document) => message('document', textParts(jsonText(document))));
}

function toolResultMessages(results: unknown): ChatMessage[] {
  return listOf(results).map((result) =>
    message('tool', [{ kind: 'tool-result', id: '', isError: false, parts: textParts(jsonText(result)) }])
  );
}

/** Cohere v1 chat: the newest message beside a history. */
export const cohereV1Request: ChatReader = {
  name: 'Cohere chat v1',
  recognises: (body) => typeof body['message'] === 'string' && !('id' in body) && !('error' in body),
  read: (body) => [
    ...systemMessages(body['preamble']),
    ...messagesOf(body['chat_history']),
    ...documentMessages(body['documents']),
    ...toolResultMessages(body['tool_results']),
    message('user', textParts(textOf(body['message']))),
  ],
};

export const cohereV1Answer: ChatReader = {
  name: 'Cohere chat v1',
  recognises: (body) => typeof body['text'] === 'string' && ('generation_id' in body || 'finish_reason' in body),
  read: (body) => [
    messageOf(
      { role: 'assistant', content: body['text'], tool_calls: body['tool_calls'] },
      { finishReason: textOf(body['finish_reason']) }
    ),
  ],
};

export const cohereV2Answer: ChatReader = {
  name: 'Cohere chat v2',
  recognises: (body) => isObject(body['message']) && 'finish_reason' in body,
  read: (body) => [
    messageOf(isObject(body['message']) ? body['message'] : {}, { finishReason: textOf(body['finish_reason']) }),
  ],
};

/** Cohere generate (Command on Bedrock). */
export const cohereGenerateAnswer: ChatReader = {
  name: 'Cohere generate',
  recognises: (body) => Array.isArray(body['generations']),
  read: (body) => {
    const generations = objectsOf(body['generations']);
    return generations.map((generation, index) =>
      message('assistant', textParts(textOf(generation['text'])), {
        finishReason: textOf(generation['finish_reason']),
        choice: choiceNumber(index, generations.length),
      })
    );
  },
};
