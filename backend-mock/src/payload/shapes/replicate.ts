import type { RequestShape, ResponseShape } from '../description.js';
import { linkedMedia } from '../content/media.js';
import { contentText } from '../content/parts.js';
import { firstText, isObject, listOf, objectOf, textOf } from '../json.js';
import { requestParameters } from '../parameters.js';

const PROMPT_FIELDS = ['prompt', 'text', 'system_prompt'];

/** Replicate predictions: the model's own arguments under `input`. */
export const replicateRequest: RequestShape = {
  name: 'Replicate prediction',
  matches: (body) => isObject(body['input']) && ('version' in body || 'prompt' in body['input']),
  describe: (body) => {
    const input = objectOf(body['input']);
    return {
      text: firstText(input['prompt'], input['text']) || contentText(input),
      parameters: { ...requestParameters(body, ['input']), ...requestParameters(input, PROMPT_FIELDS) },
      operation: 'generate_content',
    };
  },
};

const FINAL_STATUS = /^(succeeded|failed|canceled)$/;

/** Outputs are text fragments or addresses of generated files. A prediction just started has none yet. */
function outputText(output: unknown): string {
  if (Array.isArray(output) && output.every((part) => typeof part === 'string' && !part.startsWith('http'))) {
    return output.join('');
  }
  return (Array.isArray(output) ? listOf(output) : [output])
    .map((part) =>
      typeof part === 'string' && part.startsWith('http') ? linkedMedia('file', part) : contentText(part),
    )
    .join('\n');
}

export const replicateResponse: ResponseShape = {
  name: 'Replicate prediction',
  matches: (body) => typeof body['status'] === 'string' && isObject(body['urls']) && 'version' in body,
  describe: (body) => ({
    text: firstText(outputText(body['output']), body['error'], `[prediction ${textOf(body['status'])}]`),
    finishReason: FINAL_STATUS.test(textOf(body['status'])) ? textOf(body['status']) : '',
    responseModel: textOf(body['model']),
    responseId: textOf(body['id']),
    operation: 'generate_content',
  }),
};
