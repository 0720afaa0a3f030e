import type { ChatMessage } from '../chatModel';
import type { JsonObject } from '../jsonShape';

/** How the requests or the answers of one API are read as messages. */
export interface ChatReader {
  /** Name of the API. */
  name: string;
  /** Whether a payload has the form of this API. */
  recognises: (body: JsonObject) => boolean;
  read: (body: JsonObject) => ChatMessage[];
}

/** Number of an answer among several, counted from 1; 0 when it is the only one. */
export function choiceNumber(index: number, count: number): number {
  return count > 1 ? index + 1 : 0;
}
