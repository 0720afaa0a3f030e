import type { JsonObject } from '../../payload/json.js';

/** How one API streams: its chunks are told by their fields and put together into the answer it would not stream. */
export interface StreamShape {
  name: string;
  matches(chunks: JsonObject[]): boolean;
  assemble(chunks: JsonObject[]): JsonObject;
}
