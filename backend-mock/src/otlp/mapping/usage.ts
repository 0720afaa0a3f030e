import { LIMITS } from '../../contract/constants.gen.js';
import type { Attributes } from '../message/anyValue.js';
import { COUNT_ATTRIBUTES } from './attributeNames.js';
import { firstCount } from './lookup.js';

function count(attributes: Attributes, field: keyof typeof COUNT_ATTRIBUTES): number | null {
  return firstCount(attributes, COUNT_ATTRIBUTES[field], LIMITS.TokenCount.max);
}

/**
 * Token counts. By the conventions `input_tokens` includes cached tokens; a sender whose cached tokens exceed its input
 * tokens has plainly kept them apart, so they are added there, and only there.
 */
export function usageOf(attributes: Attributes) {
  const input = count(attributes, 'input_tokens');
  const cached = count(attributes, 'cached_input_tokens');
  const written = count(attributes, 'cache_write_tokens');
  const apart = (cached ?? 0) + (written ?? 0);
  return {
    input_tokens: input !== null && apart > input ? input + apart : input,
    output_tokens: count(attributes, 'output_tokens'),
    cached_input_tokens: cached,
    cache_write_tokens: written,
    reasoning_tokens: count(attributes, 'reasoning_tokens'),
  };
}
