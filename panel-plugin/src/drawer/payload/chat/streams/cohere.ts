import { isObject, objectOf, textOf, type JsonObject } from '../jsonShape';
import { mergeDelta } from './mergeDelta';
import type { StreamShape } from './stream';

/** Cohere v1 chat: the closing event carries the complete response. */
export const cohereV1Stream: StreamShape = {
  recognises: (chunk) => typeof chunk['event_type'] === 'string',
  begin: () => {
    let text = '';
    let end: JsonObject = {};
    return {
      add: (chunk) => {
        text += textOf(chunk['text']);
        end = isObject(chunk['response']) ? chunk : end;
      },
      answer: () => ({ text, finish_reason: end['finish_reason'], ...objectOf(end['response']) }),
    };
  },
};

/** Cohere v2 chat: contents and tool calls come in pieces, by index. */
export const cohereV2Stream: StreamShape = {
  recognises: (chunk) =>
    /^(?:message|content|tool-plan|tool-call|citation)-(?:start|delta|end)$/.test(textOf(chunk['type'])),
  begin: () => {
    const contents = new Map<unknown, JsonObject>();
    const calls = new Map<unknown, JsonObject>();
    let plan = '';
    let end: JsonObject = {};
    const extend = (pieces: Map<unknown, JsonObject>, index: unknown, delta: unknown) => {
      pieces.set(index, mergeDelta(pieces.get(index) ?? {}, objectOf(delta)));
    };
    return {
      add: (chunk) => {
        const delta = objectOf(chunk['delta']);
        const message = objectOf(delta['message']);
        const type = textOf(chunk['type']);
        if (type.startsWith('content-')) {
          extend(contents, chunk['index'], message['content']);
        } else if (type.startsWith('tool-call-')) {
          extend(calls, chunk['index'], message['tool_calls']);
        } else if (type === 'message-end') {
          end = delta;
        }
        plan += textOf(message['tool_plan']);
      },
      answer: () => ({
        message: {
          role: 'assistant',
          tool_plan: plan,
          content: [...contents.values()],
          tool_calls: [...calls.values()],
        },
        finish_reason: end['finish_reason'],
      }),
    };
  },
};
