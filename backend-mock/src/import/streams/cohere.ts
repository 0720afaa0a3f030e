import { isObject, objectOf, textOf, type JsonObject } from '../../payload/json.js';
import { mergeDelta } from './merge.js';
import type { StreamShape } from './stream.js';

/** Cohere v1 chat: the closing event carries the complete response. */
export const cohereV1Stream: StreamShape = {
  name: 'Cohere v1 chat',
  matches: (chunks) => chunks.some((chunk) => typeof chunk['event_type'] === 'string'),
  assemble: (chunks) => {
    const end = chunks.findLast((chunk) => isObject(chunk['response']));
    if (end !== undefined) {
      return {
        ...objectOf(end['response']),
        finish_reason: end['finish_reason'] ?? objectOf(end['response'])['finish_reason'],
      };
    }
    return { text: chunks.map((chunk) => textOf(chunk['text'])).join(''), finish_reason: null };
  },
};

function delta(chunk: JsonObject): JsonObject {
  return objectOf(objectOf(chunk['delta'])['message']);
}

/** Parts that come in pieces, by index: contents and tool calls. */
function pieces(chunks: JsonObject[], field: 'content' | 'tool_calls', types: string[]): JsonObject[] {
  const byIndex = new Map<unknown, JsonObject>();
  for (const chunk of chunks.filter((candidate) => types.includes(textOf(candidate['type'])))) {
    const piece = byIndex.get(chunk['index']) ?? {};
    byIndex.set(chunk['index'], mergeDelta(piece, objectOf(delta(chunk)[field])));
  }
  return [...byIndex.values()];
}

/** Cohere v2 chat. */
export const cohereV2Stream: StreamShape = {
  name: 'Cohere v2 chat',
  matches: (chunks) => chunks.some((chunk) => chunk['type'] === 'message-start'),
  assemble: (chunks) => {
    const start = chunks.find((chunk) => chunk['type'] === 'message-start') ?? {};
    const end = objectOf(chunks.findLast((chunk) => chunk['type'] === 'message-end')?.['delta']);
    const content = pieces(chunks, 'content', ['content-start', 'content-delta']);
    const toolCalls = pieces(chunks, 'tool_calls', ['tool-call-start', 'tool-call-delta']);
    const plan = chunks.map((chunk) => textOf(delta(chunk)['tool_plan'])).join('');
    const citations = chunks
      .filter((chunk) => chunk['type'] === 'citation-start')
      .map((chunk) => delta(chunk)['citations']);
    const message: JsonObject = { role: 'assistant', content };
    return {
      id: start['id'],
      message: {
        ...message,
        ...(plan === '' ? {} : { tool_plan: plan }),
        ...(toolCalls.length === 0 ? {} : { tool_calls: toolCalls }),
        ...(citations.length === 0 ? {} : { citations }),
      },
      finish_reason: end['finish_reason'] ?? null,
      ...(end['usage'] === undefined ? {} : { usage: end['usage'] }),
    };
  },
};
