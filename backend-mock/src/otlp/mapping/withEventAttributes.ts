import type { OtlpSpan } from '../message/readSpan.js';

/** Events that carry attributes of the request in the span's place. */
const HOLDERS = new Set([
  'gen_ai.client.inference.operation.details',
  'gen_ai.content.prompt',
  'gen_ai.content.completion',
  'ai.stream.firstChunk',
  'ai.stream.finish',
]);

/** The span with what such events say added to its attributes; the span's own attributes win. */
export function withEventAttributes(span: OtlpSpan): OtlpSpan {
  const holders = span.events.filter(({ name }) => HOLDERS.has(name));
  if (holders.length === 0) return span;
  return {
    ...span,
    attributes: new Map([...holders.flatMap(({ attributes }) => [...attributes]), ...span.attributes]),
  };
}
