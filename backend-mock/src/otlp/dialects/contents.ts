import { isObject, listOf, objectOf, textOf, type JsonObject } from '../../payload/json.js';
import type { Attributes } from '../message/anyValue.js';
import type { OtlpEvent, OtlpSpan } from '../message/readSpan.js';
import { indexedList, parsedJson } from './indexed.js';

/** Looks for a request's or an answer's contents in one of the places senders put them. */
type ContentSource = (span: OtlpSpan) => unknown;

const ROLE_OF_EVENT: ReadonlyMap<string, string> = new Map([
  ['gen_ai.system.message', 'system'],
  ['gen_ai.user.message', 'user'],
  ['gen_ai.assistant.message', 'assistant'],
  ['gen_ai.tool.message', 'tool'],
]);

/** Attributes of the span and of the events that may carry contents in their place. */
function holders(span: OtlpSpan): Attributes[] {
  const names = new Set([
    'gen_ai.client.inference.operation.details',
    'gen_ai.content.prompt',
    'gen_ai.content.completion',
  ]);
  return [span.attributes, ...span.events.filter(({ name }) => names.has(name)).map(({ attributes }) => attributes)];
}

const attribute =
  (...names: string[]): ContentSource =>
  (span) => {
    const found = holders(span).flatMap((attributes) => names.map((name) => attributes.get(name)));
    return parsedJson(found.find((value) => value !== undefined && value !== null && value !== ''));
  };

const indexed =
  (prefix: string, role: string): ContentSource =>
  (span) =>
    indexedList(span.attributes, prefix)?.map((entry) => ({ role, ...objectOf(entry) }));

/** OpenInference wraps each message in `message`, its contents and tool calls once more. */
const openInference =
  (prefix: string, role: string): ContentSource =>
  (span) =>
    indexedList(span.attributes, prefix)?.map((entry) => {
      const message = objectOf(objectOf(entry)['message']);
      const contents = listOf(message['contents']).map((part) => objectOf(part)['message_content']);
      const calls = listOf(message['tool_calls']).map((call) => objectOf(call)['tool_call']);
      return {
        role: message['role'] ?? role,
        content: contents.length > 0 ? contents : message['content'],
        ...(calls.length > 0 ? { tool_calls: calls } : {}),
      };
    });

function eventMessage({ name, attributes }: OtlpEvent): JsonObject {
  const body = Object.fromEntries([...attributes].map(([key, value]) => [key, parsedJson(value)]));
  const inner = isObject(body['message']) ? body['message'] : body;
  return { role: ROLE_OF_EVENT.get(name) ?? 'assistant', ...inner };
}

/** The message events of conventions up to 1.36. */
const events =
  (isWanted: (name: string) => boolean): ContentSource =>
  (span) => {
    const messages = span.events.filter(({ name }) => isWanted(name)).map(eventMessage);
    return messages.length > 0 ? messages : undefined;
  };

const systemInstructions = attribute('gen_ai.system_instructions');

/** `gen_ai.input.messages`, with the instructions that are kept apart from it in front. */
const inputMessages: ContentSource = (span) => {
  const messages = attribute('gen_ai.input.messages')(span);
  const instructions = systemInstructions(span);
  if (instructions === undefined) {
    return messages;
  }
  const parts = Array.isArray(instructions) ? listOf(instructions) : [{ type: 'text', content: instructions }];
  return [{ role: 'system', parts }, ...(Array.isArray(messages) ? listOf(messages) : [])];
};

const INPUT_SOURCES: readonly ContentSource[] = [
  inputMessages,
  indexed('gen_ai.prompt', 'user'),
  events((name) => ROLE_OF_EVENT.has(name)),
  openInference('llm.input_messages', 'user'),
  attribute('gen_ai.prompt', 'ai.prompt.messages', 'ai.prompt', 'input.value', 'traceloop.entity.input'),
];

const OUTPUT_SOURCES: readonly ContentSource[] = [
  attribute('gen_ai.output.messages'),
  indexed('gen_ai.completion', 'assistant'),
  events((name) => name === 'gen_ai.choice'),
  openInference('llm.output_messages', 'assistant'),
  attribute(
    'gen_ai.completion',
    'ai.response.text',
    'ai.response.object',
    'ai.response.toolCalls',
    'output.value',
    'traceloop.entity.output',
  ),
];

function firstFound(span: OtlpSpan, sources: readonly ContentSource[]): unknown {
  for (const source of sources) {
    const found = source(span);
    if (found !== undefined && found !== null && !(Array.isArray(found) && found.length === 0)) {
      return found;
    }
  }
  return undefined;
}

/** The request's contents, in whichever form the sender gave them; undefined when it gave none. */
export function inputOf(span: OtlpSpan): unknown {
  return firstFound(span, INPUT_SOURCES);
}

/** The answer's contents; undefined when the sender gave none. */
export function outputOf(span: OtlpSpan): unknown {
  return firstFound(span, OUTPUT_SOURCES);
}

/** Finish reason where contents carry it: `gen_ai.choice` events and output messages. */
export function finishReasonOf(span: OtlpSpan, output: unknown): string {
  const choice = span.events.find(({ name }) => name === 'gen_ai.choice')?.attributes.get('finish_reason');
  return textOf(choice) || textOf(objectOf(listOf(output)[0])['finish_reason']);
}
