import { firstText, isObject, listOf, objectOf, textOf, type JsonObject } from '../json.js';
import { embeddedMedia } from './media.js';
import { contentText } from './parts.js';
import { toolCallText } from './toolCall.js';
import { reasoningText } from './typedParts.js';

/** One line of a conversation. */
export interface TranscriptLine {
  role: string;
  text: string;
}

function calls(message: JsonObject): string[] {
  const toolCalls = listOf(message['tool_calls']).map((call) => {
    const described = objectOf(objectOf(call)['function'] ?? call);
    return toolCallText(described['name'], described['arguments'] ?? described['parameters']);
  });
  const legacy = message['function_call'];
  return isObject(legacy) ? [...toolCalls, toolCallText(legacy['name'], legacy['arguments'])] : toolCalls;
}

/**
 * Text of one chat message: reasoning, content, refusal and tool calls, each on its own line. Understands the message
 * forms of OpenAI and its relatives, Anthropic, Cohere, Ollama, Bedrock, Gemini and OpenTelemetry.
 */
export function messageText(message: JsonObject): string {
  const audio = objectOf(message['audio']);
  const parts = [
    reasoningText(
      firstText(message['reasoning_content'], message['reasoning'], message['thinking'], message['tool_plan']),
    ),
    contentText(message['content'] ?? message['parts'] ?? message['message']),
    textOf(message['refusal']) === '' ? '' : `[refusal] ${textOf(message['refusal'])}`,
    firstText(audio['transcript']) === '' ? '' : `[audio] ${textOf(audio['transcript'])}`,
    ...listOf(message['images']).map((image) => embeddedMedia('image', '', image)),
    ...calls(message),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** The lines of a list of messages; anything that is not a message is shown as it is. */
export function messageLines(messages: unknown): TranscriptLine[] {
  return listOf(messages).map((message) =>
    isObject(message) && ('role' in message || 'content' in message || 'parts' in message)
      ? { role: textOf(message['role']).toLowerCase(), text: messageText(message) }
      : { role: '', text: contentText(message) },
  );
}

/** A system prompt, when there is one, as the first line. */
export function systemLines(content: unknown): TranscriptLine[] {
  const text = contentText(content);
  return text === '' ? [] : [{ role: 'system', text }];
}

/** What a person would call the prompt: a lone user message as it is, a conversation as `role: text` lines. */
export function transcript(lines: TranscriptLine[]): string {
  const spoken = lines.filter((line) => line.text !== '');
  const [only] = spoken;
  if (spoken.length === 1 && only !== undefined && (only.role === 'user' || only.role === '')) {
    return only.text;
  }
  return spoken.map((line) => (line.role === '' ? line.text : `${line.role}: ${line.text}`)).join('\n');
}
