import { isObject, type JsonObject } from '../jsonShape';

/** How much of a text is looked at to tell what it is. */
const BEGINNING = 2_000;

/** Whether a text is server-sent events rather than one JSON object a line. */
function isEventStream(text: string): boolean {
  return /^\s*(?:data|event|id|retry)?:/.test(text.slice(0, BEGINNING));
}

/** Whether a text can be a streamed answer: server-sent events, or JSON objects on lines. */
export function looksStreamed(text: string): boolean {
  return isEventStream(text) || /^\s*\{/.test(text.slice(0, BEGINNING));
}

/**
 * The JSON objects of a streamed answer: the `data:` lines of each server-sent event joined, as the standard has it
 * (`[DONE]` and comments carry nothing), or one object a line. What is none is left out.
 */
export function* streamObjects(text: string): Generator<JsonObject | undefined> {
  const separator = isEventStream(text) ? /\r?\n\r?\n|\r\r/g : /\r?\n/g;
  let start = 0;
  while (start < text.length) {
    separator.lastIndex = start;
    const match = separator.exec(text);
    const end = match?.index ?? text.length;
    yield parsed(dataOf(text.slice(start, end)));
    start = match ? separator.lastIndex : text.length;
  }
}

function dataOf(event: string): string {
  const lines = event.split(/\r?\n|\r/).filter((line) => line.startsWith('data:'));
  return lines.length === 0 ? event : lines.map((line) => line.slice('data:'.length)).join('\n');
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
