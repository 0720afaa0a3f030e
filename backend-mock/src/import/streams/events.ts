import { isObject, type JsonObject } from '../../payload/json.js';

function parsed(text: string): JsonObject[] {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? [value] : [];
  } catch {
    return [];
  }
}

/**
 * The JSON objects of a streamed body: server-sent events (`data:` lines of an event are joined, as the standard has
 * it; `[DONE]` and comments carry nothing) or one object a line.
 */
export function streamObjects(body: string): JsonObject[] {
  if (!/^(data|event|id|retry)?:/m.test(body)) {
    return body.split(/\r?\n/).flatMap(parsed);
  }
  return body.split(/\r?\n\r?\n/).flatMap((event) => {
    const data = event.split(/\r?\n/).filter((line) => line.startsWith('data:'));
    return parsed(data.map((line) => line.slice('data:'.length).trimStart()).join('\n'));
  });
}
