import { LIMITS } from '../contract/constants.gen.js';

interface InputCounts {
  input_tokens: number | null;
  cached_input_tokens: number | null;
  cache_write_tokens: number | null;
}

/**
 * Input tokens with cached and cache-writing ones, each counted once. They are added where the sender is known to keep
 * them apart, and where they exceed the input, which they can only do when they were kept apart. So the result is never
 * less than the cached tokens.
 */
export function wholeInputTokens(counts: InputCounts, isCachedApart = false): number | null {
  const input = counts.input_tokens;
  if (input === null) return null;
  const apart = (counts.cached_input_tokens ?? 0) + (counts.cache_write_tokens ?? 0);
  return isCachedApart || apart > input ? Math.min(input + apart, LIMITS.TokenCount.max) : input;
}
