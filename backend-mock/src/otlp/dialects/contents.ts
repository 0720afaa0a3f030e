import { compactJson, isObject, listOf, objectOf, type JsonObject } from '../../payload/json.js';
import type { OtlpEvent } from '../message/readSpan.js';
import type { Content, ContentSource } from './dialect.js';
import { indexedList } from './indexed.js';
import { parsedJson } from './jsonText.js';

const ROLE_OF_EVENT: ReadonlyMap<string, string> = new Map([
  ['gen_ai.system.message', 'system'],
  ['gen_ai.user.message', 'user'],
  ['gen_ai.tool.message', 'tool'],
]);

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The value of one attribute; JSON text is read, and kept as it was sent. */
export function attributeContent(name: string): ContentSource {
  return ({ attributes }) => {
    const value = attributes.get(name);
    if (isEmpty(value)) return undefined;
    const parsed = Array.isArray(value) ? (value as unknown[]).map(parsedJson) : parsedJson(value);
    if (isEmpty(parsed)) return undefined;
    return typeof value === 'string' && typeof parsed !== 'string'
      ? { value: parsed, json: value, from: name }
      : { value: parsed, from: name };
  };
}

/** A list of messages, with the instructions that are kept apart from it in front. */
export function withInstructions(messagesName: string, instructionsName: string): ContentSource {
  const messagesOf = attributeContent(messagesName);
  const instructionsOf = attributeContent(instructionsName);
  return (span) => {
    const messages = messagesOf(span);
    const instructions = instructionsOf(span);
    if (instructions === undefined) return messages;
    const parts = Array.isArray(instructions.value)
      ? listOf(instructions.value)
      : [{ type: 'text', content: instructions.value }];
    const rest = Array.isArray(messages?.value) ? listOf(messages.value) : [];
    const json = `[{"role":"system","parts":${instructions.json ?? compactJson(parts)}}`;
    const restJson = rest.length === 0 ? ']' : `,${(messages?.json ?? compactJson(rest)).trim().slice(1)}`;
    return {
      value: [{ role: 'system', parts }, ...rest],
      ...((instructions.json ?? messages?.json) === undefined ? {} : { json: `${json}${restJson}` }),
      from: messages === undefined ? instructionsName : `${messagesName}, ${instructionsName}`,
    };
  };
}

function fromList(list: unknown[] | undefined, from: string): Content | undefined {
  return list === undefined || list.length === 0 ? undefined : { value: list, from: `${from}.N` };
}

/** Messages spread over `<prefix>.0.role`, `<prefix>.0.content`, … */
export function indexedMessages(prefix: string, role: string): ContentSource {
  return ({ attributes }) =>
    fromList(
      indexedList(attributes, prefix)?.map((entry) => ({ role, ...objectOf(entry) })),
      prefix,
    );
}

/** Texts spread over `<prefix>.0.<path>`; a lone one stands for itself. */
export function indexedTexts(prefix: string, path: readonly string[]): ContentSource {
  return ({ attributes }) => {
    const texts = indexedList(attributes, prefix)
      ?.map((entry) => path.reduce<unknown>((value, name) => objectOf(value)[name], entry))
      .filter((text) => !isEmpty(text));
    const content = fromList(texts, prefix);
    return content && texts?.length === 1 ? { ...content, value: texts[0] } : content;
  };
}

/** OpenInference's part of a message: `message_content`, or a tool call that keeps its place among the parts. */
function openInferencePart(part: unknown): JsonObject {
  const call = objectOf(objectOf(part)['tool_call']);
  const content = objectOf(objectOf(part)['message_content']);
  if (isObject(call['function'])) return { type: 'tool_call', function: call['function'] };
  const { image, ...others } = content;
  const url = objectOf(objectOf(image)['image'])['url'];
  return url === undefined ? content : { ...others, type: 'image_url', image_url: { url } };
}

/** OpenInference wraps each message in `message`, its contents and tool calls once more. */
export function openInferenceMessages(prefix: string, role: string): ContentSource {
  return ({ attributes }) =>
    fromList(
      indexedList(attributes, prefix)?.map((entry) => {
        const message = objectOf(objectOf(entry)['message']);
        const contents = listOf(message['contents']).map(openInferencePart);
        const calls = listOf(message['tool_calls']).map((call) => objectOf(call)['tool_call']);
        return {
          role: message['role'] ?? role,
          content: contents.length > 0 ? contents : message['content'],
          ...(calls.length > 0 ? { tool_calls: calls } : {}),
        };
      }),
      prefix,
    );
}

function eventMessage({ name, attributes }: OtlpEvent): JsonObject {
  const body = Object.fromEntries([...attributes].map(([key, value]) => [key, parsedJson(value)]));
  // Instrumentations that write log events onto spans put the event's body into one attribute.
  const whole = isObject(body['gen_ai.event.content']) ? body['gen_ai.event.content'] : body;
  const inner = isObject(whole['message']) ? whole['message'] : whole;
  return {
    role: ROLE_OF_EVENT.get(name) ?? 'assistant',
    ...inner,
    ...(typeof whole['finish_reason'] === 'string' && { finish_reason: whole['finish_reason'] }),
  };
}

/** The message events of conventions up to 1.36. */
export function messageEvents(names: readonly string[]): ContentSource {
  return (span) => {
    const found = span.events.filter(({ name }) => names.includes(name));
    const from = [...new Set(found.map(({ name }) => name))].join(', ');
    return found.length === 0 ? undefined : { value: found.map(eventMessage), from };
  };
}

/** An answer of text, reasoning and tool calls in attributes of their own; a text alone stands for itself. */
export function toolCallAnswer(callsName: string, textName: string, reasoningName: string): ContentSource {
  return ({ attributes }) => {
    const calls = listOf(parsedJson(attributes.get(callsName))).map((call) => {
      const { toolName, name, input, args, ...others } = objectOf(call);
      return { ...others, type: 'tool_call', name: toolName ?? name, arguments: input ?? args };
    });
    const text = attributes.get(textName);
    const reasoning = attributes.get(reasoningName);
    const from = [reasoningName, textName, callsName].filter((name) => !isEmpty(attributes.get(name))).join(', ');
    if (calls.length === 0 && isEmpty(reasoning)) return isEmpty(text) ? undefined : { value: text, from };
    const parts = [
      ...(isEmpty(reasoning) ? [] : [{ type: 'reasoning', content: reasoning }]),
      ...(isEmpty(text) ? [] : [{ type: 'text', content: text }]),
      ...calls,
    ];
    return { value: [{ role: 'assistant', parts }], from };
  };
}
