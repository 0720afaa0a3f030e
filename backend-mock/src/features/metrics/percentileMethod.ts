import { PERCENTILES } from '../../contract/constants.gen.js';
import type { Query, Store } from '../../store/store.js';
import { type Condition, type SelectionParts, selectionCondition, selectionParts } from '../selection/selectionSql.js';
import { type AggregateName, aggregateSql, type PercentileMethod } from './aggregatesSql.js';
import { aggregatesOf } from './measuresSql.js';
import type { MetricsRequest } from './metricsRequest.js';
import { BY_HOUR, cellSql, fullCells, isSubset, touchedCells } from './rollups.js';

type Samples = 'duration_samples' | 'ttft_samples';

const SAMPLES_OF: Partial<Record<AggregateName, Samples>> = {
  duration_percentiles: 'duration_samples',
  ttft_percentiles: 'ttft_samples',
};

/** What a request wants percentiles of, as the counts of those samples. */
export function sampledPercentiles(request: MetricsRequest): Samples[] {
  return [...aggregatesOf(request.measures)].flatMap((name) => SAMPLES_OF[name] ?? []);
}

/** How percentiles are computed where daily sketches can answer, and where rows must be read. */
export interface PercentileChoice {
  withRollup: PercentileMethod;
  /** Exact up to many more samples: reading rows takes as long for a sketch, which is only smaller. */
  withoutRollup: PercentileMethod;
}

/**
 * Whether the percentiles of an answer are exact: up to so many samples in the selection as the contract says. Counts by
 * the hour, which takes a moment however many there are, and one by one only where that cannot tell.
 */
export async function percentileMethod(
  request: MetricsRequest,
  parts: SelectionParts,
  samples: readonly Samples[],
  store: Store,
): Promise<PercentileChoice> {
  const [hours] = await store.rows<{ most: number; least: number }>(samplesByHourQuery(request, parts, samples));
  const most = hours?.most ?? 0;
  const withoutRollup = most <= PERCENTILES.exactSamplesWithoutRollup ? 'exact' : 'sketch';
  if (most <= PERCENTILES.exactSamples) return { withRollup: 'exact', withoutRollup };
  if ((hours?.least ?? 0) > PERCENTILES.exactSamples) return { withRollup: 'sketch', withoutRollup };
  const [rows] = await store.rows<{ samples: number }>(samplesQuery(selectionCondition(request), samples));
  return { withRollup: (rows?.samples ?? 0) <= PERCENTILES.exactSamples ? 'exact' : 'sketch', withoutRollup };
}

/** At most and at least how many samples there are: of all hours that the range touches, and of those that are full. */
function samplesByHourQuery(request: MetricsRequest, parts: SelectionParts, samples: readonly Samples[]): Query {
  const { from = '', to = '' } = parts;
  const knowsAll = isSubset(parts.rest.columns, BY_HOUR.keys);
  // What the rollup does not know can only make samples fewer.
  const known = knowsAll ? parts.rest : knownConditions(request);
  const touched = touchedCells(BY_HOUR.cellSeconds, from, to);
  const full = knowsAll ? fullCells(BY_HOUR.cellSeconds, from, to) : { first: 0, end: 0 };
  const cell = cellSql(BY_HOUR);
  const largest = (aggregate: (name: Samples) => string) => `arrayMax([${samples.map(aggregate).join(', ')}])`;
  return {
    sql: `SELECT ${largest((name) => `sum(${name})`)} AS most,
  ${largest((name) => `sumIf(${name}, cell >= {full_first:Int64} AND cell < {full_end:Int64})`)} AS least
FROM (
  SELECT ${cell} AS cell, ${samples.map((name) => `${aggregateSql(name, 'exact')} AS ${name}`).join(', ')}
  FROM traces AS t
  WHERE ${known.sql} AND ${cell} >= {first:Int64} AND ${cell} < {end:Int64}
  GROUP BY cell
)`,
    params: { ...known.params, ...touched, full_first: full.first, full_end: full.end },
  };
}

function samplesQuery(condition: Condition, samples: readonly Samples[]): Query {
  return {
    sql: `SELECT arrayMax([${samples.map((name) => aggregateSql(name, 'exact')).join(', ')}]) AS samples
FROM traces AS t
WHERE ${condition.sql}`,
    params: condition.params,
  };
}

function knownConditions(request: MetricsRequest): Condition {
  const filters = Object.entries(request.filters ?? {}).filter(([name]) => BY_HOUR.keys.has(name));
  return selectionParts({ filters: Object.fromEntries(filters) }).rest;
}
