import { isObject, objectOf, textOf, type JsonObject } from '../../payload/json.js';
import type { StreamShape } from './stream.js';

const DELTA_FIELDS: ReadonlyMap<string, string> = new Map([
  ['text_delta', 'text'],
  ['thinking_delta', 'thinking'],
  ['signature_delta', 'signature'],
]);

function extendBlock(block: JsonObject, delta: JsonObject, partialInputs: Map<JsonObject, string>): void {
  const type = textOf(delta['type']);
  const field = DELTA_FIELDS.get(type);
  if (field !== undefined) {
    block[field] = textOf(block[field]) + textOf(delta[field]);
  } else if (type === 'input_json_delta') {
    partialInputs.set(block, (partialInputs.get(block) ?? '') + textOf(delta['partial_json']));
  } else if (type === 'citations_delta') {
    block['citations'] = [
      ...(Array.isArray(block['citations']) ? (block['citations'] as unknown[]) : []),
      delta['citation'],
    ];
  }
}

/** A tool's arguments; when the stream broke off amid them, the text that came. */
function parsedInput(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return json;
  }
}

function contentBlocks(chunks: JsonObject[]): JsonObject[] {
  const blocks = new Map<unknown, JsonObject>();
  const partialInputs = new Map<JsonObject, string>();
  for (const chunk of chunks) {
    if (chunk['type'] === 'content_block_start') {
      blocks.set(chunk['index'], { ...objectOf(chunk['content_block']) });
    } else if (chunk['type'] === 'content_block_delta') {
      extendBlock(blocks.get(chunk['index']) ?? {}, objectOf(chunk['delta']), partialInputs);
    }
  }
  for (const [block, json] of partialInputs) {
    block['input'] = json === '' ? {} : parsedInput(json);
  }
  return [...blocks.values()];
}

function joined(objects: JsonObject[]): JsonObject {
  return objects.reduce((whole, object) => ({ ...whole, ...object }), {});
}

/** Anthropic messages. Usage comes in two events: input at the start, output (and corrections) at the end. */
export const anthropicStream: StreamShape = {
  name: 'Anthropic messages',
  matches: (chunks) => chunks.some((chunk) => chunk['type'] === 'message_start'),
  assemble: (chunks) => {
    const start = objectOf(chunks.find((chunk) => chunk['type'] === 'message_start')?.['message']);
    const deltas = chunks.filter((chunk) => chunk['type'] === 'message_delta');
    const usages = [start['usage'], ...deltas.map((chunk) => chunk['usage'])].filter(isObject);
    const outcome = joined(deltas.map((chunk) => objectOf(chunk['delta'])));
    return { ...start, ...outcome, content: contentBlocks(chunks), usage: joined(usages) };
  },
};
