import type { TraceRow } from '../../ingest/rows.js';
import type { Rates } from './price.js';

/** Token counts of a trace. */
export type TokenCounts = Pick<
  TraceRow,
  'input_tokens' | 'output_tokens' | 'cached_input_tokens' | 'cache_write_tokens' | 'reasoning_tokens'
>;

/** Tokens of one kind without a part that is charged apart; not known when the whole is not, unless they are free. */
function charge(tokens: number | null, apart: number, rate: number): number | null {
  if (rate === 0) return 0;
  return tokens === null ? null : Math.max(tokens - apart, 0) * rate;
}

/**
 * The cost of a request in US dollars:
 *
 *     ((input − cached − written) · input price + cached · cached price + written · cache write price
 *       + (output − reasoning) · output price + reasoning · reasoning price) / 1,000,000
 *
 * Cached and written tokens are part of input tokens, reasoning tokens part of output tokens, as OpenTelemetry's GenAI
 * conventions count them (`gen_ai.usage.input_tokens`: "SHOULD include all types of input tokens, including cached
 * tokens"). Null when a count that is charged for is not known. `costSql` is the same in the engine, in the same order
 * of additions.
 */
export function costOf(tokens: TokenCounts, rates: Rates): number | null {
  const cached = tokens.cached_input_tokens ?? 0;
  const written = tokens.cache_write_tokens ?? 0;
  const reasoning = tokens.reasoning_tokens ?? 0;
  const input = charge(tokens.input_tokens, cached + written, rates.input);
  const output = charge(tokens.output_tokens, reasoning, rates.output);
  if (input === null || output === null) return null;
  return (
    (input + cached * rates.cachedInput + written * rates.cacheWrite + output + reasoning * rates.reasoning) / 1_000_000
  );
}

/** Parameter and tag that say that a request was made at batch prices. */
const SERVICE_TIER = 'service_tier';
const BATCH = 'batch';

/** Whether a trace is charged at batch prices: tag `batch` is `true`, or parameter `service_tier` is `batch`. */
export function isBatch({ tags, parameters_json }: Pick<TraceRow, 'tags' | 'parameters_json'>): boolean {
  if (Object.hasOwn(tags, BATCH) && tags[BATCH] === 'true') return true;
  if (!parameters_json.includes(SERVICE_TIER)) return false;
  return (JSON.parse(parameters_json) as Record<string, unknown>)[SERVICE_TIER] === BATCH;
}
