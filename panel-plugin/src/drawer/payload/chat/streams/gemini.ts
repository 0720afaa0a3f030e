import { listOf, objectOf, objectsOf, textOf, type JsonObject } from '../jsonShape';
import type { StreamShape } from './stream';

const isText = (part: JsonObject) => typeof part['text'] === 'string';

/** Parts that go on: a text after a text, a thought after a thought. */
function extendParts(parts: JsonObject[], more: JsonObject[]): void {
  for (const part of more) {
    const last = parts.at(-1);
    if (last && isText(part) && isText(last) && last['thought'] === part['thought']) {
      last['text'] = textOf(last['text']) + textOf(part['text']);
    } else {
      parts.push({ ...part });
    }
  }
}

/** Gemini streamGenerateContent: chunks of the form of the whole answer, each with the next parts. */
export const geminiStream: StreamShape = {
  recognises: (chunk) => listOf(chunk['candidates']).length > 0,
  begin: () => {
    const candidates = new Map<unknown, { parts: JsonObject[]; finishReason: unknown }>();
    return {
      add: (chunk) => {
        for (const candidate of objectsOf(chunk['candidates'])) {
          const index = candidate['index'] ?? 0;
          const known = candidates.get(index) ?? { parts: [], finishReason: undefined };
          candidates.set(index, known);
          extendParts(known.parts, objectsOf(objectOf(candidate['content'])['parts']));
          known.finishReason = candidate['finishReason'] ?? known.finishReason;
        }
      },
      answer: () => ({
        candidates: [...candidates.values()].map(({ parts, finishReason }) => ({
          content: { role: 'model', parts },
          finishReason,
        })),
      }),
    };
  },
};
