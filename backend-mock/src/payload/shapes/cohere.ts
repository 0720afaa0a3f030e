import type { RequestShape, ResponseShape } from '../description.js';
import { answersText } from '../content/answers.js';
import { contentText } from '../content/parts.js';
import { messageLines, messageText, systemLines, transcript, type TranscriptLine } from '../content/transcript.js';
import { isObject, listOf, objectOf, textOf, type JsonObject } from '../json.js';
import { requestParameters } from '../parameters.js';
import { cohereUsage } from '../usage.js';

const ROLES: ReadonlyMap<string, string> = new Map([['chatbot', 'assistant']]);

function historyLines(history: unknown): TranscriptLine[] {
  return messageLines(history).map((line) => ({ ...line, role: ROLES.get(line.role) ?? line.role }));
}

function documentLines(documents: unknown): TranscriptLine[] {
  return listOf(documents).map((document) => ({ role: 'document', text: contentText(document) }));
}

/** Cohere v1 chat: the newest message beside a history. */
export const cohereV1Request: RequestShape = {
  name: 'Cohere v1 chat',
  matches: (body) => typeof body['message'] === 'string' && !('id' in body),
  describe: (body) => ({
    text: transcript([
      ...systemLines(body['preamble']),
      ...historyLines(body['chat_history']),
      ...documentLines(body['documents']),
      { role: 'user', text: textOf(body['message']) },
    ]),
    parameters: requestParameters(body, ['message', 'chat_history', 'preamble', 'documents']),
    operation: 'chat',
  }),
};

export const cohereV1Response: ResponseShape = {
  name: 'Cohere v1 chat',
  matches: (body) => typeof body['text'] === 'string' && ('generation_id' in body || 'finish_reason' in body),
  describe: (body) => ({
    text: messageText({ content: body['text'], tool_calls: body['tool_calls'] }),
    finishReason: textOf(body['finish_reason']),
    responseId: textOf(body['response_id']) || textOf(body['generation_id']),
    usage: cohereUsage(body['meta']),
    operation: 'chat',
  }),
};

export const cohereV2Response: ResponseShape = {
  name: 'Cohere v2 chat',
  matches: (body) => isObject(body['message']) && 'finish_reason' in body,
  describe: (body) => ({
    text: messageText(objectOf(body['message'])),
    finishReason: textOf(body['finish_reason']),
    responseId: textOf(body['id']),
    usage: cohereUsage(body['usage']),
    operation: 'chat',
  }),
};

function firstGeneration(body: JsonObject): JsonObject {
  return objectOf(listOf(body['generations'])[0]);
}

/** Cohere generate (Command on Bedrock). */
export const cohereGenerateResponse: ResponseShape = {
  name: 'Cohere generate',
  matches: (body) => Array.isArray(body['generations']),
  describe: (body) => ({
    text: answersText(listOf(body['generations']).map((generation) => textOf(objectOf(generation)['text']))),
    finishReason: textOf(firstGeneration(body)['finish_reason']),
    responseId: textOf(body['id']),
    usage: cohereUsage(body['meta']),
    operation: 'text_completion',
  }),
};
