import type { Chat, ChatMessage, ChatPart } from '../chatModel';
import { indented } from '../indented';
import { cutName, MAX_ADDRESS } from '../shownName';

/** What a text is of the message or the part that it belongs to. */
export type ChatField = 'role' | 'name' | 'finish' | 'id' | 'type' | 'text' | 'reference';

/** A text of a chat as it is shown. */
export interface ChatTextEntry {
  /** The message, the part of it, the part within that: what has to be in the page for the text to be seen. */
  path: readonly object[];
  field: ChatField;
  text: string;
}

type Entries = Generator<ChatTextEntry, void, undefined>;

/** The texts of a chat in the order in which they are shown, each made when it is asked for. */
export function* chatTexts(chat: Chat): Entries {
  for (const message of chat.messages) {
    yield* headingTexts(message);
    for (const part of message.parts) {
      yield* partTexts(part, [message, part], false);
    }
  }
}

function* headingTexts(message: ChatMessage): Entries {
  const path = [message];
  yield { path, field: 'role', text: cutName(message.role) };
  yield { path, field: 'name', text: cutName(message.name) };
  yield { path, field: 'finish', text: cutName(message.finishReason) };
}

function* partTexts(part: ChatPart, path: readonly object[], isResult: boolean): Entries {
  switch (part.kind) {
    case 'text':
      yield { path, field: 'text', text: isResult ? indented(part.text) : part.text };
      break;
    case 'refusal':
    case 'reasoning':
      yield { path, field: 'text', text: part.text };
      break;
    case 'tool-call':
      yield { path, field: 'name', text: cutName(part.name) };
      yield { path, field: 'id', text: cutName(part.id) };
      yield { path, field: 'text', text: indented(part.input) };
      break;
    case 'tool-result':
      yield { path, field: 'id', text: cutName(part.id) };
      for (const inner of part.parts) {
        yield* partTexts(inner, [...path, inner], true);
      }
      break;
    case 'media':
      yield { path, field: 'name', text: cutName(part.media.name) };
      yield { path, field: 'type', text: cutName(part.media.mimeType) };
      yield { path, field: 'reference', text: part.media.reference.slice(0, MAX_ADDRESS) };
      break;
    case 'other':
      yield { path, field: 'type', text: cutName(part.type) };
      yield { path, field: 'text', text: part.json };
      break;
    case 'vector':
  }
}
