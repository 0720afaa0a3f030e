import { RATE_LIMIT, TIMEOUT } from './failures.js';
import type { Layer } from './layers.js';
import { logNormal, random } from './sqlLiteral.js';

const CHARACTERS_PER_TOKEN = 3.8;
const TIMEOUT_MS = 60_000;
/** What providers charge for cached input tokens, as a share of the input price. */
const CACHED_PRICE_SHARE = 0.25;

function tokensOf(text: string): string {
  return `toUInt32(ceil(lengthUTF8(${text}) / ${CHARACTERS_PER_TOKEN}))`;
}

/** Token counts; a failed request has none. Reasoning and cached tokens are part of output and input. */
export const tokenLayer: Layer = {
  answered_tokens: `if(succeeded AND is_chat, ${tokensOf('output_text')} + 3, NULL)`,
  reasoning_tokens: `if(succeeded AND is_chat AND api IN ('openai', 'gemini'), if(api = 'gemini', toUInt32(floor(${tokensOf('output_text')} * 1.5 * ${random('reasoning')})), toUInt32(0)), NULL)`,
  input_tokens: `if(succeeded, ${tokensOf('input_text')} + 7, NULL)`,
  cached_input_tokens: `if(succeeded AND is_chat, if(${random('cached')} < 0.3, ${tokensOf('system_text')}, toUInt32(0)), NULL)`,
  cache_write_tokens: "if(succeeded AND api = 'anthropic', toUInt32(0), NULL)",
};

/** Milliseconds of the request's stages. A busy hour makes every stage slower. */
export const stageLayer: Layer = {
  output_tokens: 'answered_tokens + ifNull(reasoning_tokens, 0)',
  network_ms: `round(${logNormal('14', 0.4, 'network')}, 3)`,
  queue_ms: `if(model_type = 'external', NULL, round(${logNormal('3', 1.1, 'queue')} * (1 + hour_load * 3) * queue_factor, 3))`,
  first_token_ms: `round(${logNormal('usual_ttft_ms', 0.38, 'first token')} * slowness * (0.85 + hour_load * 0.4), 3)`,
  generating_ms: `if(is_chat, round(ifNull(answered_tokens + ifNull(reasoning_tokens, 0), 0) / greatest(tokens_per_second, 1) * 1000 * slowness * ${logNormal('1', 0.16, 'generation')}, 3), 0)`,
};

export const durationLayer: Layer = {
  duration_ms: `round(multiIf(failure = ${TIMEOUT}, ${TIMEOUT_MS} + ${random('late')} * 400, failure = ${RATE_LIMIT}, ${logNormal('65', 0.5, 'turned away')}, failure > 0, ${logNormal('210', 0.6, 'failed after')}, ifNull(queue_ms, 0) + network_ms + first_token_ms + generating_ms), 3)`,
  ttft_ms: 'if(succeeded AND streamed, first_token_ms, NULL)',
  generation_ms: 'if(succeeded AND streamed, generating_ms, NULL)',
};

export const costLayer: Layer = {
  cost_usd: `if(succeeded AND model_type = 'external', round(((input_tokens - ifNull(cached_input_tokens, 0)) * input_price + ifNull(cached_input_tokens, 0) * input_price * ${CACHED_PRICE_SHARE} + ifNull(output_tokens, 0) * output_price) / 1000000, 9), NULL)`,
  credits: `if(model_type != 'external' AND status != 'error', round(duration_ms / 1000 * credits_per_second, 6), NULL)`,
};
