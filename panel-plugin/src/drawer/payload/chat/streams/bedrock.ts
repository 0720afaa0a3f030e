import { isObject, objectOf, textOf, type JsonObject } from '../jsonShape';
import type { StreamShape } from './stream';

const EVENTS = ['messageStart', 'contentBlockStart', 'contentBlockDelta', 'messageStop'];

function extendBlock(block: JsonObject, delta: JsonObject): void {
  if (typeof delta['text'] === 'string') {
    block['text'] = textOf(block['text']) + delta['text'];
  } else if (isObject(delta['toolUse'])) {
    const use = objectOf(block['toolUse']);
    block['toolUse'] = { ...use, input: textOf(use['input']) + textOf(delta['toolUse']['input']) };
  } else if (isObject(delta['reasoningContent'])) {
    const before = objectOf(objectOf(block['reasoningContent'])['reasoningText'])['text'];
    const text = textOf(before) + textOf(delta['reasoningContent']['text']);
    block['reasoningContent'] = { reasoningText: { text } };
  }
}

/** Bedrock converseStream: events that are told by their one member. */
export const converseStream: StreamShape = {
  recognises: (chunk) => EVENTS.some((event) => isObject(chunk[event])),
  begin: () => {
    const blocks = new Map<unknown, JsonObject>();
    let role: unknown = 'assistant';
    let stopReason: unknown;
    return {
      add: (chunk) => {
        const event = objectOf(chunk['contentBlockDelta'] ?? chunk['contentBlockStart']);
        if (chunk['contentBlockStart'] !== undefined) {
          blocks.set(event['contentBlockIndex'], { ...objectOf(event['start']) });
        } else if (chunk['contentBlockDelta'] !== undefined) {
          const block = blocks.get(event['contentBlockIndex']) ?? {};
          blocks.set(event['contentBlockIndex'], block);
          extendBlock(block, objectOf(event['delta']));
        }
        role = objectOf(chunk['messageStart'])['role'] ?? role;
        stopReason = objectOf(chunk['messageStop'])['stopReason'] ?? stopReason;
      },
      answer: () => ({ output: { message: { role, content: [...blocks.values()] } }, stopReason }),
    };
  },
};
