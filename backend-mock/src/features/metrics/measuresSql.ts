import type { components } from '../../contract/api.gen.js';

/** A number computed over traces. */
export type Measure = components['schemas']['Measure'];

const DURATION_LEVELS = { duration_p50_ms: 0.5, duration_p90_ms: 0.9, duration_p95_ms: 0.95, duration_p99_ms: 0.99 };
const LEVELS = Object.values(DURATION_LEVELS).join(', ');

/**
 * A percentile of the durations: exact, with linear interpolation. All levels are one aggregate, which the engine
 * computes once however many of them are asked for. Null when no request has a duration.
 */
function durationPercentile(measure: keyof typeof DURATION_LEVELS): string {
  const position = Object.keys(DURATION_LEVELS).indexOf(measure) + 1;
  return `if(count(t.duration_ms) = 0, NULL, quantilesExactInclusive(${LEVELS})(t.duration_ms)[${position}])`;
}

const STREAMED_TTFT = 't.streamed AND t.ttft_ms IS NOT NULL';
const TIMED_OUTPUT = 't.output_tokens IS NOT NULL AND t.duration_ms IS NOT NULL';
const EITHER_TOKENS = 't.input_tokens IS NOT NULL OR t.output_tokens IS NOT NULL';
const SUCCESSES = "countIf(t.status = 'success')";
const FAILURES = "countIf(t.status != 'success')";

/** The aggregate over `traces AS t` of each measure. A sum is null when no request reports the number. */
export const MEASURE_SQL: Record<Measure, string> = {
  requests: 'count()',
  successes: SUCCESSES,
  failures: FAILURES,
  timeouts: "countIf(t.status = 'timeout')",
  failure_rate: `${FAILURES} / count()`,
  duration_avg_ms: 'avg(t.duration_ms)',
  duration_p50_ms: durationPercentile('duration_p50_ms'),
  duration_p90_ms: durationPercentile('duration_p90_ms'),
  duration_p95_ms: durationPercentile('duration_p95_ms'),
  duration_p99_ms: durationPercentile('duration_p99_ms'),
  ttft_avg_ms: `avgIf(t.ttft_ms, ${STREAMED_TTFT})`,
  ttft_p90_ms: `if(countIf(${STREAMED_TTFT}) = 0, NULL, quantileExactInclusiveIf(0.9)(t.ttft_ms, ${STREAMED_TTFT}))`,
  input_tokens: 'sum(t.input_tokens)',
  output_tokens: 'sum(t.output_tokens)',
  total_tokens: `if(countIf(${EITHER_TOKENS}) = 0, NULL, sum(ifNull(t.input_tokens, 0) + ifNull(t.output_tokens, 0)))`,
  cached_input_tokens: 'sum(t.cached_input_tokens)',
  reasoning_tokens: 'sum(t.reasoning_tokens)',
  output_tokens_per_second: `sumIf(t.output_tokens, ${TIMED_OUTPUT}) / nullIf(sumIf(t.duration_ms, ${TIMED_OUTPUT}) / 1000, 0)`,
  cost_usd: 'sum(t.cost_usd)',
  credits: 'sum(t.credits)',
  credits_per_request: `sum(t.credits) / nullIf(${SUCCESSES}, 0)`,
};
