import type { PayloadDescription, RequestDescription, ResponseDescription } from './description.js';
import { opaqueText } from './content/opaque.js';
import { contentText } from './content/parts.js';
import { messageLines, transcript } from './content/transcript.js';
import { isObject } from './json.js';
import { REQUEST_SHAPES, RESPONSE_SHAPES } from './shapeTable.js';

const MESSAGE_FIELDS = ['content', 'tool_calls', 'function_call', 'refusal'];

/** A bare list of messages (as OpenTelemetry's `gen_ai.input.messages` is) is a conversation. */
function isMessageList(value: unknown): value is unknown[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(
      (entry) =>
        isObject(entry) && ('parts' in entry || ('role' in entry && MESSAGE_FIELDS.some((field) => field in entry))),
    )
  );
}

function describeRequest(input: unknown): RequestDescription {
  const shape = isObject(input) ? REQUEST_SHAPES.find((candidate) => candidate.matches(input)) : undefined;
  if (shape !== undefined && isObject(input)) {
    return shape.describe(input);
  }
  const text = isMessageList(input) ? transcript(messageLines(input)) : anyText(input);
  return { text, parameters: {}, operation: isMessageList(input) ? 'chat' : '' };
}

function describeResponse(output: unknown): ResponseDescription {
  const shape = isObject(output) ? RESPONSE_SHAPES.find((candidate) => candidate.matches(output)) : undefined;
  if (shape !== undefined && isObject(output)) {
    return shape.describe(output);
  }
  if (isMessageList(output)) {
    return {
      text: messageLines(output)
        .map((line) => line.text)
        .join('\n'),
    };
  }
  return { text: anyText(output) };
}

function anyText(value: unknown): string {
  if (value === undefined || value === null) {
    return '';
  }
  return isObject(value) && typeof value['type'] === 'string' ? contentText(value) : opaqueText(value);
}

/**
 * What a request payload and its response payload say, for any provider: recognised by the payloads' own fields, never
 * by host. Never throws; texts are at most a small multiple of the payload's size. Plain texts pass through; payloads
 * of unknown form become compact JSON text.
 *
 * @param input Request: text or payload as parsed JSON; undefined when there was none.
 * @param output Response: likewise.
 */
export function describePayloads(input: unknown, output: unknown): PayloadDescription {
  const request = describeRequest(input);
  const response = describeResponse(output);
  return {
    inputText: request.text,
    outputText: response.text,
    parameters: request.parameters,
    finishReason: response.finishReason ?? '',
    responseModel: response.responseModel ?? '',
    responseId: response.responseId ?? '',
    usage: response.usage ?? {},
    operation: response.operation ?? request.operation,
  };
}
