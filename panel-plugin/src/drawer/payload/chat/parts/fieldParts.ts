import type { ChatPart } from '../chatModel';
import { firstText, isObject, jsonText, objectOf, textOf, type JsonObject } from '../jsonShape';
import { embeddedMedia, kindOf, linkedMedia, sourceMedia } from './media';

type Nested = (content: unknown) => ChatPart[];

/** Readers by the member that a part has. */
const READERS: Record<string, (value: JsonObject, nested: Nested) => ChatPart> = {
  // Gemini
  inlineData: (data) => inline(data),
  inline_data: (data) => inline(data),
  fileData: (data) => linkedMedia(kindOf(textOf(data['mimeType'])), firstText(data['fileUri'], data['file_uri'])),
  file_data: (data) => linkedMedia(kindOf(textOf(data['mime_type'])), textOf(data['file_uri'])),
  functionCall: (call) => callPart(call['name'], call['id'], call['args']),
  function_call: (call) => callPart(call['name'], call['id'], call['args'] ?? call['arguments']),
  functionResponse: (result) => resultPart(firstText(result['id'], result['name']), jsonText(result['response'])),
  function_response: (result) => resultPart(firstText(result['id'], result['name']), jsonText(result['response'])),
  executableCode: (code) => callPart(textOf(code['language']), '', code['code']),
  codeExecutionResult: (result) => resultPart(textOf(result['outcome']), textOf(result['output'])),
  // Bedrock converse
  toolUse: (use) => callPart(use['name'], use['toolUseId'], use['input']),
  toolResult: (result, nested) => ({
    kind: 'tool-result',
    id: textOf(result['toolUseId']),
    isError: result['status'] === 'error',
    parts: nested(result['content']),
  }),
  reasoningContent: (content) => ({ kind: 'reasoning', text: textOf(objectOf(content['reasoningText'])['text']) }),
  image: (image) => bedrockMedia('image', image),
  video: (video) => bedrockMedia('video', video),
  document: (document) => bedrockMedia('file', document),
  guardContent: (content) => ({ kind: 'text', text: textOf(objectOf(content['text'])['text']) }),
};

function inline(data: JsonObject): ChatPart {
  const type = firstText(data['mimeType'], data['mime_type']);
  return embeddedMedia(kindOf(type), type, data['data']);
}

function bedrockMedia(kind: 'image' | 'video' | 'file', value: JsonObject): ChatPart {
  return sourceMedia(kind, objectOf(value['source']), { type: textOf(value['format']), name: textOf(value['name']) });
}

function callPart(name: unknown, id: unknown, input: unknown): ChatPart {
  return { kind: 'tool-call', name: textOf(name), id: textOf(id), input: jsonText(input) };
}

function resultPart(id: string, text: string): ChatPart {
  return { kind: 'tool-result', id, isError: false, parts: [{ kind: 'text', text }] };
}

/** A part that is known by its members: Gemini, Bedrock converse. */
export function fieldPart(part: JsonObject, nested: Nested): ChatPart {
  for (const [name, read] of Object.entries(READERS)) {
    const value = part[name];
    if (isObject(value)) {
      return read(value, nested);
    }
  }
  if (typeof part['text'] === 'string') {
    return { kind: part['thought'] === true ? 'reasoning' : 'text', text: part['text'] };
  }
  if ('json' in part) {
    return { kind: 'text', text: jsonText(part['json']) };
  }
  return { kind: 'other', type: Object.keys(part)[0] ?? '', json: jsonText(part) };
}
