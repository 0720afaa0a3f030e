import { isObject, objectOf, textOf } from '../../payload/json.js';
import type { StreamShape } from './stream.js';

/**
 * OpenAI responses: the closing event carries the complete response. A stream that broke off is put together from the
 * response it began with and the items it finished.
 */
export const openaiResponsesStream: StreamShape = {
  name: 'OpenAI responses',
  matches: (chunks) => chunks.some((chunk) => textOf(chunk['type']).startsWith('response.')),
  assemble: (chunks) => {
    const responses = chunks.filter((chunk) => isObject(chunk['response']));
    const closed = responses.findLast((chunk) =>
      /^response\.(completed|incomplete|failed)$/.test(textOf(chunk['type'])),
    );
    if (closed !== undefined) {
      return objectOf(closed['response']);
    }
    const items = chunks.filter((chunk) => chunk['type'] === 'response.output_item.done').map((chunk) => chunk['item']);
    return { ...objectOf(responses.at(-1)?.['response']), output: items };
  },
};
