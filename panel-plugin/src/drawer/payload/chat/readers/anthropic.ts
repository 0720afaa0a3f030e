import { message, textParts } from '../chatModel';
import { textOf } from '../jsonShape';
import { contentParts } from '../parts/contentParts';
import type { ChatReader } from './reader';

/** Anthropic messages, at Anthropic's own address or on Bedrock. */
export const anthropicAnswer: ChatReader = {
  name: 'Anthropic messages',
  recognises: (body) => Array.isArray(body['content']) && (body['type'] === 'message' || 'stop_reason' in body),
  read: (body) => [
    message(textOf(body['role']) || 'assistant', contentParts(body['content']), {
      finishReason: textOf(body['stop_reason']),
    }),
  ],
};

/** Anthropic's older text completions (Claude 2 on Bedrock). */
export const anthropicTextAnswer: ChatReader = {
  name: 'Anthropic text completions',
  recognises: (body) => typeof body['completion'] === 'string',
  read: (body) => [
    message('assistant', textParts(textOf(body['completion'])), { finishReason: textOf(body['stop_reason']) }),
  ],
};
