import type { ResponseShape } from '../description.js';
import { contentText } from '../content/parts.js';
import { textOf } from '../json.js';
import { cacheApartUsage } from '../usage.js';

/** Anthropic messages, at Anthropic's own address or on Bedrock. */
export const anthropicMessagesResponse: ResponseShape = {
  name: 'Anthropic messages',
  matches: (body) => Array.isArray(body['content']) && (body['type'] === 'message' || 'stop_reason' in body),
  describe: (body) => ({
    text: contentText(body['content']),
    finishReason: textOf(body['stop_reason']),
    responseModel: textOf(body['model']),
    responseId: textOf(body['id']),
    usage: cacheApartUsage(body['usage']),
    operation: 'chat',
  }),
};

/** Anthropic's older text completions (Claude 2 on Bedrock). */
export const anthropicTextResponse: ResponseShape = {
  name: 'Anthropic text completions',
  matches: (body) => typeof body['completion'] === 'string',
  describe: (body) => ({
    text: textOf(body['completion']),
    finishReason: textOf(body['stop_reason']),
    responseModel: textOf(body['model']),
    responseId: textOf(body['id']),
    operation: 'text_completion',
  }),
};
