import { message, textParts, type ChatMessage } from '../chatModel';
import { firstText, isObject, objectOf, objectsOf, textOf, type JsonObject } from '../jsonShape';
import { messageOf, systemMessages } from '../messageOf';
import { contentParts } from '../parts/contentParts';
import { isEmbeddingRequest } from './embeddings';
import type { ChatReader } from './reader';

/** An item is a message, or something that a model or a tool did. */
function itemMessage(item: JsonObject): ChatMessage {
  const type = textOf(item['type']);
  if (type === 'message' || type === '') {
    return messageOf(item);
  }
  return message(/_(?:output|result)$/.test(type) ? 'tool' : 'assistant', contentParts(item));
}

function inputMessages(input: unknown): ChatMessage[] {
  return typeof input === 'string' ? [message('user', textParts(input))] : objectsOf(input).map(itemMessage);
}

export const openaiResponsesRequest: ChatReader = {
  name: 'OpenAI responses',
  recognises: (body) =>
    (typeof body['input'] === 'string' || objectsOf(body['input']).length > 0) && !isEmbeddingRequest(body),
  read: (body) => [...systemMessages(body['instructions']), ...inputMessages(body['input'])],
};

/** `incomplete_details.reason` says why an answer ended early; else its `status` says how it ended. */
export const openaiResponsesAnswer: ChatReader = {
  name: 'OpenAI responses',
  recognises: (body) =>
    Array.isArray(body['output']) && (body['object'] === 'response' || objectsOf(body['output']).length > 0),
  read: (body) => {
    const messages = objectsOf(body['output']).map(itemMessage);
    const failure = isObject(body['error']) ? [message('error', textParts(textOf(body['error']['message'])))] : [];
    const finishReason = firstText(objectOf(body['incomplete_details'])['reason'], body['status']);
    return [...messages.slice(0, -1), ...messages.slice(-1).map((last) => ({ ...last, finishReason })), ...failure];
  },
};
