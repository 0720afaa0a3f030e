import { isObject, listOf, objectOf, type JsonObject } from '../../payload/json.js';
import { mergeDelta } from './merge.js';

/** Fields of a chunk that are of the stream, not of the answer: padding against traffic analysis, and per-chunk fields. */
const STREAM_ONLY = new Set(['choices', 'obfuscation', 'p', 'object', 'usage', 'x_groq']);

/** What all chunks say about the answer as a whole; the first that says something wins (Azure starts with an empty one). */
export function envelope(chunks: JsonObject[], object: string): JsonObject {
  const answer: JsonObject = { object };
  for (const chunk of chunks) {
    for (const [name, value] of Object.entries(chunk)) {
      const empty = answer[name] === undefined || answer[name] === null || answer[name] === '' || answer[name] === 0;
      if (!STREAM_ONLY.has(name) && empty) {
        answer[name] = value;
      }
    }
  }
  const usage = chunks
    .map((chunk) => chunk['usage'] ?? objectOf(chunk['x_groq'])['usage'])
    .filter(isObject)
    .at(-1);
  return usage === undefined ? answer : { ...answer, usage };
}

function choiceIndex(choice: JsonObject): number {
  return typeof choice['index'] === 'number' ? choice['index'] : 0;
}

/** The choices of all chunks by index, each continued by `extend`; fields beside the text (finish_reason, …) are kept. */
export function choices(chunks: JsonObject[], extend: (choice: JsonObject, delta: JsonObject) => void): JsonObject[] {
  const byIndex = new Map<number, JsonObject>();
  for (const delta of chunks.flatMap((chunk) => listOf(chunk['choices'])).map(objectOf)) {
    const index = choiceIndex(delta);
    const choice = byIndex.get(index) ?? { index };
    byIndex.set(index, choice);
    extend(choice, delta);
    choice['finish_reason'] = delta['finish_reason'] ?? choice['finish_reason'] ?? null;
    for (const field of ['logprobs', 'content_filter_results']) {
      if (isObject(delta[field])) {
        choice[field] = mergeDelta(objectOf(choice[field]), { ...delta[field] });
      }
    }
  }
  return [...byIndex.entries()].sort(([a], [b]) => a - b).map(([, choice]) => choice);
}
