import type { JsonObject } from '../jsonShape';
import { anthropicStream } from './anthropic';
import { converseStream } from './bedrock';
import { cohereV1Stream, cohereV2Stream } from './cohere';
import { geminiStream } from './gemini';
import { ollamaStream } from './ollama';
import { completionsStream, openaiChatStream, responsesStream, writerStream } from './openai';
import type { StreamAssembler, StreamShape } from './stream';

const SHAPES: readonly StreamShape[] = [
  anthropicStream,
  responsesStream,
  cohereV2Stream,
  cohereV1Stream,
  converseStream,
  geminiStream,
  ollamaStream,
  completionsStream,
  openaiChatStream,
  writerStream,
];

/** Puts a streamed answer together, chunk by chunk. The first chunk of a known API decides whose answer it is. */
export class StreamReader {
  private assembler: StreamAssembler | undefined;

  add(chunk: JsonObject): void {
    this.assembler ??= SHAPES.find((shape) => shape.recognises(chunk))?.begin();
    this.assembler?.add(chunk);
  }

  /** Undefined when no chunk was of a known API. */
  answer(): JsonObject | undefined {
    return this.assembler?.answer();
  }
}
