import { PERCENTILES } from '../../contract/constants.gen.js';
import { unpricedSql } from '../prices/unpricedSql.js';

/**
 * The aggregates that all measures are made of. Each can be computed over rows of `traces AS t`, or over parts of them
 * and then merged: so a rollup's cells and the rows at the ragged ends of a time range add up to one answer. The rollups
 * of store/migrations/0003_rollups.sql hold exactly these; rollups.test.ts proves that the engine recognises them.
 *
 * Whether a number is known is asked by `isFinite`, which is null of a null: the engine turns `IS NULL` and `count(column)`
 * into reads of the column's null map, and then finds no rollup for them.
 */

/** How aggregates over parts of the rows become the aggregate over all of them. */
type Merge = 'sum' | 'min' | 'max';

interface Aggregate {
  sql: string;
  merge: Merge;
}

/**
 * Time after the first token of a request: as reported, or what follows the first token of a streamed answer. It is
 * divided among the output tokens after the first.
 */
const GENERATION_MS = 'ifNull(t.generation_ms, if(t.streamed, t.duration_ms - t.ttft_ms, NULL))';
const HAS_TOKEN_TIME = `t.status = 'success' AND t.output_tokens > 1 AND ${GENERATION_MS} >= 0`;

const summed = (sql: string): Aggregate => ({ sql, merge: 'sum' });

/** Sums, counts and extremes. Over a column that no row reports, a sum or an extreme is null. */
const AGGREGATES = {
  requests: summed('count()'),
  successes: summed("countIf(t.status = 'success')"),
  failures: summed("countIf(t.status != 'success')"),
  timeouts: summed("countIf(t.status = 'timeout')"),
  duration_samples: summed('countIf(isFinite(t.duration_ms))'),
  duration_sum: summed('sum(t.duration_ms)'),
  duration_min: { sql: 'min(t.duration_ms)', merge: 'min' },
  duration_max: { sql: 'max(t.duration_ms)', merge: 'max' },
  ttft_samples: summed('countIf(t.streamed AND isFinite(t.ttft_ms))'),
  ttft_sum: summed('sumIf(t.ttft_ms, t.streamed)'),
  token_time_samples: summed(`countIf(${HAS_TOKEN_TIME})`),
  token_time_sum: summed(`sumIf(${GENERATION_MS} / (t.output_tokens - 1), ${HAS_TOKEN_TIME})`),
  timed_output_tokens: summed('sumIf(t.output_tokens, isFinite(t.duration_ms))'),
  timed_output_ms: summed('sumIf(t.duration_ms, isFinite(t.output_tokens))'),
  input_tokens: summed('sum(t.input_tokens)'),
  output_tokens: summed('sum(t.output_tokens)'),
  cached_input_tokens: summed('sum(t.cached_input_tokens)'),
  cache_write_tokens: summed('sum(t.cache_write_tokens)'),
  reasoning_tokens: summed('sum(t.reasoning_tokens)'),
  cost_usd: summed('sum(t.cost_usd)'),
  priced_requests: summed('countIf(isFinite(t.cost_usd))'),
  unpriced_requests: summed(`countIf(${unpricedSql()})`),
  credits: summed('sum(t.credits)'),
} satisfies Record<string, Aggregate>;

/** What percentiles are taken of, one aggregate each, which the engine computes once however many levels are asked for. */
const SAMPLES = {
  duration_percentiles: 't.duration_ms',
  ttft_percentiles: 'if(t.streamed, t.ttft_ms, NULL)',
};

/** The levels of percentiles; the place in this list is the place in the aggregate's array. */
export const LEVELS = [0.5, 0.9, 0.95, 0.99] as const;
const LEVEL_LIST = LEVELS.join(', ');
const SKETCH_LIST = `${PERCENTILES.relativeError}, ${LEVEL_LIST}`;

type PercentilesName = keyof typeof SAMPLES;
/** Name of an aggregate; those of percentiles are arrays, see `LEVELS`. */
export type AggregateName = keyof typeof AGGREGATES | PercentilesName;

/** Exact: linear interpolation between the two nearest samples. Sketch: DDSketch, the same whatever is merged in which order. */
export type PercentileMethod = 'exact' | 'sketch';

function isPercentiles(name: AggregateName): name is PercentilesName {
  return name in SAMPLES;
}

/** The aggregate over rows of `traces AS t`. */
export function aggregateSql(name: AggregateName, method: PercentileMethod): string {
  if (!isPercentiles(name)) return AGGREGATES[name].sql;
  return method === 'exact'
    ? `quantilesExactInclusive(${LEVEL_LIST})(${SAMPLES[name]})`
    : `quantilesDD(${SKETCH_LIST})(${SAMPLES[name]})`;
}

/** The aggregate over some of the rows, in a form that `mergedSql` takes; percentiles as a sketch. */
export function partialSql(name: AggregateName): string {
  return isPercentiles(name) ? `quantilesDDState(${SKETCH_LIST})(${SAMPLES[name]})` : AGGREGATES[name].sql;
}

/** The aggregate over all rows from a column of partial ones. */
export function mergedSql(name: AggregateName, column: string): string {
  return isPercentiles(name) ? `quantilesDDMerge(${SKETCH_LIST})(${column})` : `${AGGREGATES[name].merge}(${column})`;
}
