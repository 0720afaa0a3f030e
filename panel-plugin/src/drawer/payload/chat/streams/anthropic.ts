import { objectOf, textOf, type JsonObject } from '../jsonShape';
import { mergeDelta } from './mergeDelta';
import type { StreamShape } from './stream';

const EVENTS = new Set(['message_start', 'content_block_start', 'content_block_delta', 'message_delta']);

/** A block by its deltas. Input of tools comes as parts of a JSON text, which may end anywhere when the stream broke off. */
function extendBlock(block: JsonObject, delta: JsonObject): void {
  switch (delta['type']) {
    case 'text_delta':
      block['text'] = textOf(block['text']) + textOf(delta['text']);
      break;
    case 'thinking_delta':
      block['thinking'] = textOf(block['thinking']) + textOf(delta['thinking']);
      break;
    case 'input_json_delta':
      block['input'] = textOf(block['input']) + textOf(delta['partial_json']);
      break;
    default:
  }
}

/** Anthropic messages, also as Bedrock streams them. */
export const anthropicStream: StreamShape = {
  recognises: (chunk) => EVENTS.has(textOf(chunk['type'])),
  begin: () => {
    const message: JsonObject = { type: 'message', role: 'assistant' };
    const blocks = new Map<unknown, JsonObject>();
    return {
      add: (chunk) => {
        switch (chunk['type']) {
          case 'message_start':
            mergeDelta(message, objectOf(chunk['message']));
            break;
          case 'content_block_start':
            blocks.set(chunk['index'], { ...objectOf(chunk['content_block']) });
            break;
          case 'content_block_delta': {
            const block = blocks.get(chunk['index']) ?? { type: 'text' };
            blocks.set(chunk['index'], block);
            extendBlock(block, objectOf(chunk['delta']));
            break;
          }
          case 'message_delta':
            mergeDelta(message, objectOf(chunk['delta']));
            break;
          default:
        }
      },
      answer: () => ({ ...message, content: [...blocks.values()] }),
    };
  },
};
