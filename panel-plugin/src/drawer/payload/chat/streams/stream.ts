import type { JsonObject } from '../jsonShape';

/** An answer that is put together from the chunks it was streamed in. */
export interface StreamAssembler {
  add: (chunk: JsonObject) => void;
  /** The answer that the same API gives without streaming, as far as its chunks have come. */
  answer: () => JsonObject;
}

/** How one API streams. */
export interface StreamShape {
  /** Whether a chunk is of this API. */
  recognises: (chunk: JsonObject) => boolean;
  begin: () => StreamAssembler;
}
