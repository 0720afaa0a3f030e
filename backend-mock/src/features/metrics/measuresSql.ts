import type { components } from '../../contract/api.gen.js';
import { type AggregateName, LEVELS } from './aggregatesSql.js';

/** A number computed over traces. */
export type Measure = components['schemas']['Measure'];

/** The SQL of an aggregate, over rows or merged from partial ones. */
type AggregateOf = (name: AggregateName) => string;

/** A quotient that is null, not infinite or NaN, where there is nothing to divide by. */
function ratio(dividend: AggregateName, divisor: AggregateName): (of: AggregateOf) => string {
  return (of) => `${of(dividend)} / nullIf(${of(divisor)}, 0)`;
}

function value(name: AggregateName): (of: AggregateOf) => string {
  return (of) => of(name);
}

function percentile(sample: 'duration' | 'ttft', level: (typeof LEVELS)[number]): (of: AggregateOf) => string {
  const position = LEVELS.indexOf(level) + 1;
  return (of) => `if(${of(`${sample}_samples`)} = 0, NULL, ${of(`${sample}_percentiles`)}[${position}])`;
}

/** Each measure from the aggregates; docs/metrics.md has the formulas in words, with their sources. */
const MEASURES: Record<Measure, (of: AggregateOf) => string> = {
  requests: value('requests'),
  successes: value('successes'),
  failures: value('failures'),
  timeouts: value('timeouts'),
  failure_rate: ratio('failures', 'requests'),
  timeout_rate: ratio('timeouts', 'requests'),
  duration_avg_ms: ratio('duration_sum', 'duration_samples'),
  duration_min_ms: value('duration_min'),
  duration_max_ms: value('duration_max'),
  duration_p50_ms: percentile('duration', 0.5),
  duration_p90_ms: percentile('duration', 0.9),
  duration_p95_ms: percentile('duration', 0.95),
  duration_p99_ms: percentile('duration', 0.99),
  duration_samples: value('duration_samples'),
  ttft_avg_ms: ratio('ttft_sum', 'ttft_samples'),
  ttft_p50_ms: percentile('ttft', 0.5),
  ttft_p90_ms: percentile('ttft', 0.9),
  ttft_p95_ms: percentile('ttft', 0.95),
  ttft_p99_ms: percentile('ttft', 0.99),
  ttft_samples: value('ttft_samples'),
  time_per_output_token_ms: ratio('token_time_sum', 'token_time_samples'),
  output_tokens_per_second: (of) => `${of('timed_output_tokens')} / nullIf(${of('timed_output_ms')} / 1000, 0)`,
  input_tokens: value('input_tokens'),
  output_tokens: value('output_tokens'),
  total_tokens: (of) => {
    const [input, output] = [of('input_tokens'), of('output_tokens')];
    return `if(${input} IS NULL AND ${output} IS NULL, NULL, ifNull(${input}, 0) + ifNull(${output}, 0))`;
  },
  cached_input_tokens: value('cached_input_tokens'),
  cache_write_tokens: value('cache_write_tokens'),
  reasoning_tokens: value('reasoning_tokens'),
  cost_usd: value('cost_usd'),
  cost_per_request_usd: ratio('cost_usd', 'priced_requests'),
  unpriced_requests: value('unpriced_requests'),
  credits: value('credits'),
  credits_per_request: ratio('credits', 'successes'),
};

/** The SQL of a measure. */
export function measureSql(measure: Measure, of: AggregateOf): string {
  return MEASURES[measure](of);
}

/** The aggregates that measures are made of, each once. */
export function aggregatesOf(measures: readonly Measure[]): Set<AggregateName> {
  const names = new Set<AggregateName>();
  for (const measure of measures) {
    measureSql(measure, (name) => {
      names.add(name);
      return '';
    });
  }
  return names;
}
