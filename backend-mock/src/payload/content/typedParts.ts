import { compactJson, firstText, isObject, objectOf, textOf, type JsonObject } from '../json.js';
import { embeddedMedia, linkedMedia, sourceMedia } from './media.js';
import { toolCallText } from './toolCall.js';

/** Renders one kind of content part. `nested` renders parts within it. */
export type PartRenderer = (part: JsonObject, nested: (content: unknown) => string) => string;

/** Texts that a model thought but did not answer stand apart from the answer. */
export function reasoningText(text: string): string {
  return text === '' ? '' : `[reasoning] ${text}`;
}

const plainText: PartRenderer = (part) => firstText(part['text'], part['content']);

const image: PartRenderer = (part) => {
  const url = part['image_url'] ?? part['url'] ?? part['image'];
  const address = isObject(url) ? textOf(url['url']) : textOf(url);
  if (address !== '') {
    return linkedMedia('image', address);
  }
  return isObject(part['source'])
    ? sourceMedia('image', part['source'])
    : embeddedMedia('image', textOf(part['file_id']), '');
};

const audio: PartRenderer = (part) => {
  const data = objectOf(part['input_audio'] ?? part['audio']);
  return embeddedMedia('audio', textOf(data['format']), data['data']);
};

const file: PartRenderer = (part) => {
  const described = isObject(part['file']) ? part['file'] : part;
  const name = firstText(described['filename'], described['title'], described['name'], described['file_id']);
  if (isObject(described['source'])) {
    return sourceMedia('file', described['source'], name);
  }
  return embeddedMedia('file', name, textOf(described['file_data']).replace(/^data:[^,]{0,200},/, ''));
};

const toolCall: PartRenderer = (part) => {
  const call = isObject(part['function']) ? part['function'] : part;
  return toolCallText(call['name'], call['arguments'] ?? call['input']);
};

const toolResult: PartRenderer = (part, nested) => {
  const result = part['content'] ?? part['output'] ?? part['response'] ?? part['result'];
  return `[tool result] ${nested(result)}`;
};

const reasoning: PartRenderer = (part, nested) => {
  const direct = firstText(part['thinking'], part['content'], part['text']);
  return reasoningText(direct === '' ? nested(part['summary'] ?? part['thinking'] ?? part['content']) : direct);
};

const modality = (part: JsonObject): string => firstText(part['modality'], 'file');

/** Content parts that name their kind in `type`: OpenAI chat and responses, Anthropic, Cohere, Mistral, OpenTelemetry. */
export const TYPED_PARTS: ReadonlyMap<string, PartRenderer> = new Map<string, PartRenderer>([
  ['text', plainText],
  ['input_text', plainText],
  ['output_text', plainText],
  ['summary_text', plainText],
  ['reasoning_text', plainText],
  ['refusal', (part) => `[refusal] ${firstText(part['refusal'], part['content'])}`],
  ['image_url', image],
  ['input_image', image],
  ['image', image],
  ['image_generation_call', (part) => embeddedMedia('image', 'generated', part['result'])],
  ['input_audio', audio],
  ['audio', audio],
  ['file', file],
  ['input_file', file],
  ['document', file],
  ['function', toolCall],
  ['function_call', toolCall],
  ['tool_call', toolCall],
  ['tool_use', toolCall],
  ['server_tool_use', toolCall],
  ['mcp_call', toolCall],
  ['web_search_call', (part) => toolCallText('web_search', objectOf(part['action'])['query'] ?? part['action'])],
  ['custom_tool_call', toolCall],
  ['tool_result', toolResult],
  ['tool_call_response', toolResult],
  ['web_search_tool_result', toolResult],
  ['function_call_output', toolResult],
  ['custom_tool_call_output', toolResult],
  ['thinking', reasoning],
  ['reasoning', reasoning],
  ['redacted_thinking', () => reasoningText('(redacted)')],
  ['blob', (part) => embeddedMedia(modality(part), textOf(part['mime_type']), part['content'])],
  ['uri', (part) => linkedMedia(modality(part), textOf(part['uri']))],
  ['item_reference', (part) => `[reference: ${compactJson(part['id'])}]`],
]);
