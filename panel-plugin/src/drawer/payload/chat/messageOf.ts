import { message, textParts, type ChatMessage, type ChatPart } from './chatModel';
import { firstText, isObject, listOf, objectOf, textOf, type JsonObject } from './jsonShape';
import { contentParts } from './parts/contentParts';
import { embeddedMedia } from './parts/media';
import { toolCallParts } from './parts/typedParts';

const TOOL_ROLES = new Set(['tool', 'function']);

/** What a model thought, where it stands beside the content: DeepSeek, vLLM, OpenRouter, Ollama; Cohere's plan. */
function reasoningParts(body: JsonObject): ChatPart[] {
  const text = firstText(body['reasoning_content'], body['reasoning'], body['thinking'], body['tool_plan']);
  return text === '' ? [] : [{ kind: 'reasoning', text }];
}

function answerParts(body: JsonObject): ChatPart[] {
  const refusal = textOf(body['refusal']);
  const audio = objectOf(body['audio']);
  const call = objectOf(body['function_call']);
  return [
    ...(refusal === '' ? [] : [{ kind: 'refusal', text: refusal } as const]),
    ...(isObject(body['audio']) ? [embeddedMedia('audio', textOf(audio['format']), audio['data'])] : []),
    ...textParts(textOf(audio['transcript'])),
    ...listOf(body['images']).map((image) => embeddedMedia('image', '', image)),
    ...toolCallParts(body['tool_calls']),
    ...(isObject(body['function_call']) ? toolCallParts([call]) : []),
  ];
}

/** A message of any API that speaks in messages: OpenAI chat, Anthropic, Gemini, Cohere, Ollama, Bedrock, OpenTelemetry. */
export function messageOf(body: JsonObject, over: Partial<ChatMessage> = {}): ChatMessage {
  const role = firstText(body['role'], objectOf(body['author'])['role']);
  const content = contentParts(body['content'] ?? body['parts'] ?? body['message']);
  const parts = TOOL_ROLES.has(role) ? toolParts(body, content) : content;
  return message(role, [...reasoningParts(body), ...parts, ...answerParts(body)], {
    name: textOf(body['name']),
    ...over,
  });
}

/** The answer of a tool is that of a call, whose id stands beside it. */
function toolParts(body: JsonObject, content: ChatPart[]): ChatPart[] {
  return content.some((part) => part.kind === 'tool-result')
    ? content
    : [{ kind: 'tool-result', id: firstText(body['tool_call_id'], body['name']), isError: false, parts: content }];
}

/** A prompt that stands beside the messages. */
export function systemMessages(content: unknown): ChatMessage[] {
  const parts = contentParts(content);
  return parts.length === 0 ? [] : [message('system', parts)];
}

/** Messages as a list of them gives them; what is none is shown as what it is. */
export function messagesOf(list: unknown): ChatMessage[] {
  return listOf(list).map((entry) => (isObject(entry) ? messageOf(entry) : message('', contentParts(entry))));
}
