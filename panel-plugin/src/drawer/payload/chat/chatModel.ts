/** A picture, sound or file: by what the payload holds of it (base64), or by where it is. */
export interface Media {
  kind: 'image' | 'audio' | 'video' | 'file';
  name: string;
  /** Empty when the payload does not say. */
  mimeType: string;
  /** The bytes as base64; empty when the payload holds only a reference. */
  base64: string;
  /** Address or id of what is not in the payload; empty when it is. Never fetched. */
  reference: string;
}

/** A piece of a message, as what it is. */
export type ChatPart =
  | { kind: 'text'; text: string }
  | { kind: 'refusal'; text: string }
  /** What a model thought before it answered; empty when the provider keeps it to itself. */
  | { kind: 'reasoning'; text: string }
  | { kind: 'tool-call'; name: string; id: string; input: string }
  | { kind: 'tool-result'; id: string; isError: boolean; parts: ChatPart[] }
  | { kind: 'media'; media: Media }
  /** An embedding, told by its size: how many numbers, or characters of base64. */
  | { kind: 'vector'; size: number; isBase64: boolean }
  /** What none of the readers knows, as JSON. */
  | { kind: 'other'; type: string; json: string };

export interface ChatMessage {
  /** As the payload names it: system, user, assistant, tool, model …; empty where it names none. */
  role: string;
  /** Name of the participant, when it has one. */
  name: string;
  parts: ChatPart[];
  /** Why the answer ended: stop, length, tool_calls …; empty for what is no answer. */
  finishReason: string;
  /** Number of the answer, from 1, when more than one was asked for; else 0. */
  choice: number;
}

/** The messages of a payload. */
export interface Chat {
  /** The API whose form it has, by its name. */
  shape: string;
  /** Whether it was put together from the parts of a streamed answer. */
  isStream: boolean;
  messages: ChatMessage[];
}

/** A message with what is usual. */
export function message(role: string, parts: ChatPart[], over: Partial<ChatMessage> = {}): ChatMessage {
  return { role, name: '', parts, finishReason: '', choice: 0, ...over };
}

/** A text as the parts of a message: none when it is empty. */
export function textParts(text: string): ChatPart[] {
  return text === '' ? [] : [{ kind: 'text', text }];
}
