import { textParts, type ChatPart } from '../chatModel';
import { isObject, jsonText } from '../jsonShape';
import { fieldPart } from './fieldParts';
import { typedPart } from './typedParts';

/** Lists and results within results within …: no provider nests results deeper than two. */
const MAX_DEPTH = 16;

/** The content of a message in any form: a text, a part, or a list of both. */
export function contentParts(content: unknown, depth = 0): ChatPart[] {
  if (typeof content === 'string') {
    return textParts(content);
  }
  if (content === null || content === undefined) {
    return [];
  }
  if (Array.isArray(content) && depth < MAX_DEPTH) {
    return (content as unknown[]).flatMap((part) => contentParts(part, depth + 1));
  }
  if (!isObject(content) || depth >= MAX_DEPTH) {
    return [{ kind: 'other', type: typeof content, json: jsonText(content) }];
  }
  const nested = (inner: unknown) => contentParts(inner, depth + 1);
  return [typeof content['type'] === 'string' ? typedPart(content, nested) : fieldPart(content, nested)];
}
