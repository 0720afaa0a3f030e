import type { JsonObject } from '../../payload/json.js';
import { anthropicStream } from './anthropic.js';
import { cohereV1Stream, cohereV2Stream } from './cohere.js';
import { streamObjects } from './events.js';
import { ollamaStream } from './ollama.js';
import { openaiChatStream } from './openaiChat.js';
import { openaiCompletionsStream, writerCompletionsStream } from './openaiCompletions.js';
import { openaiResponsesStream } from './openaiResponses.js';
import type { StreamShape } from './stream.js';

const STREAM_SHAPES: readonly StreamShape[] = [
  anthropicStream,
  openaiResponsesStream,
  cohereV2Stream,
  cohereV1Stream,
  ollamaStream,
  openaiChatStream,
  openaiCompletionsStream,
  writerCompletionsStream,
];

/**
 * Puts a streamed body together into the complete answer the same API gives without streaming. Undefined when the body
 * has no chunks of a known API.
 */
export function assembleStream(body: string): JsonObject | undefined {
  const chunks = streamObjects(body);
  return STREAM_SHAPES.find((shape) => shape.matches(chunks))?.assemble(chunks);
}
