import type { RequestShape, ResponseShape } from '../description.js';
import { contentText } from '../content/parts.js';
import { messageLines, messageText, systemLines, transcript, type TranscriptLine } from '../content/transcript.js';
import { firstText, isObject, listOf, objectOf, textOf } from '../json.js';
import { requestParameters } from '../parameters.js';
import { openAiUsage } from '../usage.js';

const ROLE_OF_ITEM: ReadonlyMap<string, string> = new Map([
  ['function_call', 'assistant'],
  ['reasoning', 'assistant'],
  ['web_search_call', 'assistant'],
  ['function_call_output', 'tool'],
  ['custom_tool_call_output', 'tool'],
]);

function inputLines(input: unknown): TranscriptLine[] {
  if (typeof input === 'string') {
    return [{ role: 'user', text: input }];
  }
  return listOf(input).flatMap((item) => {
    const type = textOf(objectOf(item)['type']);
    const role = ROLE_OF_ITEM.get(type);
    if (role === undefined) {
      return messageLines([item]);
    }
    return [{ role, text: role === 'tool' ? contentText(objectOf(item)['output']) : contentText(item) }];
  });
}

export const openaiResponsesRequest: RequestShape = {
  name: 'OpenAI responses',
  matches: (body) => typeof body['input'] === 'string' || Array.isArray(body['input']),
  describe: (body) => ({
    text: transcript([...systemLines(body['instructions']), ...inputLines(body['input'])]),
    parameters: requestParameters(body, ['input', 'instructions']),
    operation: 'chat',
  }),
};

function outputText(output: unknown): string {
  return listOf(output)
    .map((item) => (isObject(item) && item['type'] === 'message' ? messageText(item) : contentText(item)))
    .filter((text) => text !== '')
    .join('\n');
}

/** `incomplete_details.reason` says why an answer ended early; else the `status` is the reason it ended. */
export const openaiResponsesResponse: ResponseShape = {
  name: 'OpenAI responses',
  matches: (body) => Array.isArray(body['output']) && (body['object'] === 'response' || 'status' in body),
  describe: (body) => ({
    text: firstText(outputText(body['output']), objectOf(body['error'])['message']),
    finishReason: firstText(objectOf(body['incomplete_details'])['reason'], body['status']),
    responseModel: textOf(body['model']),
    responseId: textOf(body['id']),
    usage: openAiUsage(body['usage']),
    operation: 'chat',
  }),
};
