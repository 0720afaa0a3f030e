import { isObject, objectOf, textOf, type JsonObject } from '../../payload/json.js';
import { mergeDelta } from './merge.js';
import type { StreamShape } from './stream.js';

function joined(chunks: JsonObject[], field: string): string {
  return chunks.map((chunk) => textOf(chunk[field])).join('');
}

/** Ollama chat and generate: lines of the same form as the whole answer; the last carries reason and counts. */
export const ollamaStream: StreamShape = {
  name: 'Ollama',
  matches: (chunks) => chunks.some((chunk) => typeof chunk['done'] === 'boolean'),
  assemble: (chunks) => {
    const last = chunks.at(-1) ?? {};
    if (!chunks.some((chunk) => isObject(chunk['message']))) {
      const thinking = joined(chunks, 'thinking');
      return { ...last, response: joined(chunks, 'response'), ...(thinking === '' ? {} : { thinking }) };
    }
    const message = chunks.reduce<JsonObject>((whole, chunk) => mergeDelta(whole, objectOf(chunk['message'])), {});
    return { ...last, message };
  },
};
