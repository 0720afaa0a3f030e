import type { ChatPart } from '../chatModel';
import { firstText, isObject, jsonText, listOf, objectOf, objectsOf, textOf, type JsonObject } from '../jsonShape';
import { addressOf, embeddedMedia, kindOf, linkedMedia, sourceMedia } from './media';

/** Reads parts within a part. */
type Nested = (content: unknown) => ChatPart[];
type PartReader = (part: JsonObject, nested: Nested) => ChatPart;

const text: PartReader = (part) => ({ kind: 'text', text: firstText(part['text'], part['content'], part['value']) });

const refusal: PartReader = (part) => ({ kind: 'refusal', text: firstText(part['refusal'], part['text']) });

const image: PartReader = (part) => {
  const address = addressOf(part);
  if (address !== '') {
    return linkedMedia('image', address);
  }
  return isObject(part['source'])
    ? sourceMedia('image', part['source'])
    : linkedMedia('image', textOf(part['file_id']));
};

const audio: PartReader = (part) => {
  const data = objectOf(part['input_audio'] ?? part['audio']);
  return embeddedMedia('audio', textOf(data['format']), data['data']);
};

const file: PartReader = (part) => {
  const described = isObject(part['file']) ? part['file'] : part;
  const name = firstText(described['filename'], described['title'], described['name']);
  if (isObject(described['source'])) {
    return sourceMedia('file', described['source'], { name });
  }
  const reference = firstText(described['file_id'], described['file_url'], described['url']);
  return reference === ''
    ? embeddedMedia('file', '', described['file_data'], name)
    : linkedMedia('file', reference, name);
};

/** OpenTelemetry's parts of bytes: the type and the bytes themselves. */
const blob: PartReader = (part) => {
  const type = firstText(part['mime_type'], part['modality']);
  return embeddedMedia(kindOf(type), type, part['content'] ?? part['data']);
};

const uri: PartReader = (part) =>
  linkedMedia(kindOf(firstText(part['mime_type'], part['modality'])), firstText(part['uri'], part['file_id']));

const toolCall: PartReader = (part) => {
  const call = isObject(part['function']) ? part['function'] : part;
  return {
    kind: 'tool-call',
    name: firstText(call['name'], part['tool_name'], part['type']),
    id: firstText(part['call_id'], part['id'], part['tool_call_id']),
    input: jsonText(call['arguments'] ?? call['input'] ?? call['action'] ?? call['parameters']),
  };
};

const toolResult: PartReader = (part, nested) => ({
  kind: 'tool-result',
  id: firstText(part['tool_use_id'], part['tool_call_id'], part['call_id'], part['id']),
  isError: part['is_error'] === true || part['status'] === 'error',
  parts: nested(part['content'] ?? part['output'] ?? part['response'] ?? part['result']),
});

const reasoning: PartReader = (part) => {
  const pieces = [...objectsOf(part['summary']), ...objectsOf(part['content']), ...objectsOf(part['thinking'])];
  const direct = firstText(part['thinking'], part['text'], part['content'], part['reasoning']);
  return { kind: 'reasoning', text: direct || pieces.map((piece) => textOf(piece['text'])).join('\n\n') };
};

const READERS: ReadonlyMap<string, PartReader> = new Map([
  ...['text', 'input_text', 'output_text', 'summary_text'].map((type) => [type, text] as const),
  ['refusal', refusal],
  ...['image_url', 'input_image', 'image'].map((type) => [type, image] as const),
  ...['input_audio', 'audio'].map((type) => [type, audio] as const),
  ...['file', 'input_file', 'document'].map((type) => [type, file] as const),
  ['blob', blob],
  ['uri', uri],
  ...['function', 'tool_use', 'tool_call', 'function_call'].map((type) => [type, toolCall] as const),
  ...['tool_result', 'tool_call_response'].map((type) => [type, toolResult] as const),
  ...['thinking', 'redacted_thinking', 'reasoning'].map((type) => [type, reasoning] as const),
]);

/** Tools that providers run themselves come under many names, all of the same endings. */
function readerOf(type: string): PartReader | undefined {
  const known = READERS.get(type);
  if (known) {
    return known;
  }
  if (/_(?:output|result)$/.test(type)) {
    return toolResult;
  }
  return /_(?:call|tool_use)$/.test(type) ? toolCall : undefined;
}

/** A part that names its kind in `type`: OpenAI chat and responses, Anthropic, Cohere, Mistral, OpenTelemetry. */
export function typedPart(part: JsonObject, nested: Nested): ChatPart {
  const type = textOf(part['type']);
  return readerOf(type)?.(part, nested) ?? { kind: 'other', type, json: jsonText(part) };
}

/** Tool calls beside the content of a message. */
export function toolCallParts(calls: unknown): ChatPart[] {
  return listOf(calls).map((call) => toolCall(objectOf(call), () => []));
}
