import { countOf, objectOf, type JsonObject } from './json.js';
import type { PayloadUsage } from './description.js';

function firstCount(...candidates: unknown[]): number | undefined {
  return candidates.map(countOf).find((count) => count !== undefined);
}

function sum(base: number | undefined, ...added: (number | undefined)[]): number | undefined {
  return base === undefined ? undefined : added.reduce<number>((total, count) => total + (count ?? 0), base);
}

/**
 * OpenAI's two forms (chat: `prompt_tokens`, responses: `input_tokens`) and those who speak it (Azure, Mistral, Groq,
 * DeepSeek, Together, Writer, vLLM). Cached and reasoning tokens are part of the counts already.
 */
export function openAiUsage(value: unknown): PayloadUsage {
  const usage = objectOf(value);
  const input = objectOf(
    usage['prompt_tokens_details'] ?? usage['prompt_token_details'] ?? usage['input_tokens_details'],
  );
  const output = objectOf(
    usage['completion_tokens_details'] ?? usage['completion_token_details'] ?? usage['output_tokens_details'],
  );
  return {
    inputTokens: firstCount(usage['prompt_tokens'], usage['input_tokens']),
    outputTokens: firstCount(usage['completion_tokens'], usage['output_tokens']),
    cachedInputTokens: firstCount(input['cached_tokens'], usage['prompt_cache_hit_tokens']),
    reasoningTokens: firstCount(output['reasoning_tokens'], usage['reasoning_tokens']),
  };
}

/**
 * Anthropic (and Bedrock's converse, in its own spelling) reports cache reads and writes APART from `input_tokens`, so
 * the input is the sum of the three: "total input tokens = cache_read_input_tokens + cache_creation_input_tokens +
 * input_tokens" (Anthropic, prompt caching), which is what OpenTelemetry's `gen_ai.usage.input_tokens` asks for.
 */
export function cacheApartUsage(value: unknown): PayloadUsage {
  const usage = objectOf(value);
  const cached = firstCount(
    usage['cache_read_input_tokens'],
    usage['cacheReadInputTokens'],
    usage['cacheReadInputTokenCount'],
  );
  const written = firstCount(
    usage['cache_creation_input_tokens'],
    usage['cacheWriteInputTokens'],
    usage['cacheWriteInputTokenCount'],
  );
  return {
    inputTokens: sum(firstCount(usage['input_tokens'], usage['inputTokens']), cached, written),
    outputTokens: firstCount(usage['output_tokens'], usage['outputTokens']),
    cachedInputTokens: cached,
    cacheWriteTokens: written,
  };
}

/** Cohere: `tokens` counts what the model read and wrote; `billed_units` leaves out Cohere's own preamble. */
export function cohereUsage(value: unknown): PayloadUsage {
  const usage = objectOf(value);
  const tokens = objectOf(usage['tokens']);
  const billed = objectOf(usage['billed_units']);
  return {
    inputTokens: firstCount(tokens['input_tokens'], billed['input_tokens']),
    outputTokens: firstCount(tokens['output_tokens'], billed['output_tokens']),
    cachedInputTokens: firstCount(usage['cached_tokens']),
  };
}

/** Ollama counts `eval` tokens; a prompt that its cache held whole has no `prompt_eval_count`. */
export function ollamaUsage(body: JsonObject): PayloadUsage {
  return { inputTokens: countOf(body['prompt_eval_count']), outputTokens: countOf(body['eval_count']) };
}

/** Gemini: thoughts and tool prompts are apart from candidates and prompt; cached content is part of the prompt. */
export function geminiUsage(value: unknown): PayloadUsage {
  const usage = objectOf(value);
  const thoughts = countOf(usage['thoughtsTokenCount']);
  const answer = countOf(usage['candidatesTokenCount']);
  return {
    inputTokens: sum(countOf(usage['promptTokenCount']), countOf(usage['toolUsePromptTokenCount'])),
    outputTokens: answer === undefined ? thoughts : sum(answer, thoughts),
    cachedInputTokens: countOf(usage['cachedContentTokenCount']),
    reasoningTokens: thoughts,
  };
}
