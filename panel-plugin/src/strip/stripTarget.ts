import { QUERY_SCHEMA_VERSION } from '../contract/constants.gen';
import type { PanelTarget } from '../frames/frameOrigin';
import type { RunnableTarget } from '../selection/runTarget';

/** Measures of docs/metrics.md that the strip is made of. */
export const STRIP_MEASURES = [
  'requests',
  'failures',
  'failure_rate',
  'duration_p90_ms',
  'duration_p99_ms',
  'duration_samples',
  'credits',
  'cost_usd',
  'unpriced_requests',
] as const;

/** What a list of traces and its numbers have in common: everything that says which traces are meant. */
const NARROWING = [
  'refId',
  'datasource',
  'interpolated',
  'filters',
  'search',
  'query',
  'adhocFilters',
  'conditions',
  'within',
] as const satisfies readonly (keyof PanelTarget)[];

/**
 * The query for the numbers of exactly the traces that a traces query is about: of all of them, not of those that are
 * loaded, so it has no order, limit or place.
 */
export function stripTarget(target: PanelTarget): RunnableTarget {
  const narrowed = Object.fromEntries(NARROWING.filter((key) => key in target).map((key) => [key, target[key]]));
  return {
    ...narrowed,
    refId: target.refId,
    queryType: 'metrics',
    schemaVersion: QUERY_SCHEMA_VERSION,
    measures: [...STRIP_MEASURES],
    interval: 'none',
  };
}
