import { isObject, textOf, type JsonObject } from '../json.js';
import { FIELD_PARTS } from './fieldParts.js';
import { opaqueText } from './opaque.js';
import { reasoningText, TYPED_PARTS } from './typedParts.js';

/** Contents nest (a tool result holds parts); deeper than this they are shown as JSON. */
const DEEPEST_PART = 5;

function partText(part: JsonObject, depth: number): string {
  const nested = (content: unknown): string => textAt(content, depth + 1);
  const typed = TYPED_PARTS.get(textOf(part['type']));
  if (typed !== undefined) {
    return typed(part, nested);
  }
  if (typeof part['text'] === 'string') {
    return part['thought'] === true ? reasoningText(part['text']) : part['text'];
  }
  const field = FIELD_PARTS.find(([name]) => part[name] !== undefined);
  return field === undefined ? opaqueText(part) : field[1](part, nested);
}

function textAt(content: unknown, depth: number): string {
  if (content === null || content === undefined) {
    return '';
  }
  if (depth > DEEPEST_PART) {
    return opaqueText(content);
  }
  if (Array.isArray(content)) {
    return (content as unknown[])
      .map((part) => textAt(part, Array.isArray(part) ? depth + 1 : depth))
      .filter((text) => text !== '')
      .join('\n');
  }
  return isObject(content) ? partText(content, depth) : opaqueText(content);
}

/**
 * Plain text of message content in any provider's form: a text, a part or a list of parts. Images, audio and files
 * become labels with type and size; tool calls become `name({...})`; reasoning and refusals are marked.
 */
export function contentText(content: unknown): string {
  return textAt(content, 0);
}
