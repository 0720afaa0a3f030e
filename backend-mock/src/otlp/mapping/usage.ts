import { LIMITS } from '../../contract/constants.gen.js';
import { wholeInputTokens } from '../../ingest/usageRules.js';
import { countOf } from '../../payload/json.js';
import { firstPresent } from '../dialects/dialect.js';
import { namesOf } from '../dialects/dialects.js';
import type { OtlpSpan } from '../message/readSpan.js';
import type { FieldReader } from './lookup.js';

/** What is odd about the token counts of a span; the ingest report counts them. */
export type UsageFinding =
  /** Attributes for the same count hold different numbers; the first one asked was taken. */
  | 'different_numbers'
  /** Cached tokens were reported apart from the input and were added to it. */
  | 'cached_apart';

const MAX = LIMITS.TokenCount.max;
const COUNTED = [
  'input_tokens',
  'output_tokens',
  'cached_input_tokens',
  'cache_write_tokens',
  'reasoning_tokens',
] as const;

/**
 * Instrumentations that write the provider's own input count although it leaves out cached tokens (Anthropic's
 * `input_tokens`, Bedrock Converse's `inputTokens`), by the name of their tracer. Read in the sources of
 * traceloop/openllmetry 0.x (bedrock: `converse_usage_record`) and Arize-ai/openinference (bedrock: `_converse_attributes`
 * and `normalizeUsageAttributes`; JavaScript's anthropic). The others there (anthropic and langchain of both) add them, as
 * OpenTelemetry's `gen_ai.usage.input_tokens` wants: "SHOULD include all types of input tokens, including cached tokens".
 */
const CACHED_APART_SCOPES = new Set([
  'opentelemetry.instrumentation.bedrock',
  'openinference.instrumentation.bedrock',
  '@arizeai/openinference-instrumentation-bedrock',
  '@arizeai/openinference-instrumentation-anthropic',
]);

/** Vercel's SDK passed such providers' counts on as they are until version 6, which has token details and adds them. */
const VERCEL_CACHED_APART = /^(anthropic|amazon-bedrock|bedrock)\b/;
const VERCEL_DETAILS = ['ai.usage.inputTokenDetails.noCacheTokens', 'ai.usage.inputTokenDetails.cacheReadTokens'];

function isCachedApart({ attributes, scope }: OtlpSpan): boolean {
  if (CACHED_APART_SCOPES.has(scope)) return true;
  const vercelProvider = attributes.get('ai.model.provider');
  return (
    typeof vercelProvider === 'string' &&
    VERCEL_CACHED_APART.test(vercelProvider) &&
    firstPresent(attributes, VERCEL_DETAILS) === undefined
  );
}

function hasDifferentNumbers({ attributes }: OtlpSpan, field: (typeof COUNTED)[number]): boolean {
  let first: number | undefined;
  for (const name of namesOf(field)) {
    const count = countOf(attributes.get(name));
    if (count === undefined) continue;
    if (first !== undefined && first !== count) return true;
    first = count;
  }
  return false;
}

/**
 * Token counts of a span, each counted once: cached and cache-writing tokens are part of the input, reasoning tokens of
 * the output. Undefined when it reports none, so that the payload's own counts are asked.
 */
export function usageOf(span: OtlpSpan, reader: FieldReader) {
  const counts = {
    input_tokens: reader.count('input_tokens', MAX),
    output_tokens: reader.count('output_tokens', MAX),
    cached_input_tokens: reader.count('cached_input_tokens', MAX),
    cache_write_tokens: reader.count('cache_write_tokens', MAX),
    reasoning_tokens: reader.count('reasoning_tokens', MAX),
  };
  if (Object.values(counts).every((count) => count === null)) return { counts: {}, findings: [] };
  const input = wholeInputTokens(counts, isCachedApart(span));
  const findings: UsageFinding[] = [
    ...(COUNTED.some((field) => hasDifferentNumbers(span, field)) ? (['different_numbers'] as const) : []),
    ...(input === counts.input_tokens ? [] : (['cached_apart'] as const)),
  ];
  return { counts: { ...counts, input_tokens: input }, findings };
}
