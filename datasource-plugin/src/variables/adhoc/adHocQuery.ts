import type { AdHocVariableFilter } from '@grafana/data';
import type { ModeltraceQuery } from '../../types';
import { withoutVariables } from '../../query/withoutVariables';
import { adHocConditions, withConditions } from './adHocConditions';

/** The queries that read selected traces. Of one trace, and of replicas, a dashboard's filters say nothing. */
type SelectingQuery = Exclude<ModeltraceQuery, { queryType: 'trace' | 'replicas' | 'window' }>;

function isSelecting(query: ModeltraceQuery): query is SelectingQuery {
  return ['traces', 'metrics', 'latency', 'heatmap', 'annotations'].includes(query.queryType);
}

/** A query with the dashboard's ad hoc filters apart from its own condition, which could otherwise get around them. */
export function withAdHocFilters(
  query: ModeltraceQuery,
  filters: readonly AdHocVariableFilter[] | undefined
): ModeltraceQuery {
  if (!filters?.length || !isSelecting(query)) {
    return query;
  }
  const adhocFilters = filters.map(({ key, operator, value, values }) => ({
    key,
    operator,
    value,
    ...(values && { values }),
  }));
  return { ...query, adhocFilters };
}

/**
 * The query as it may leave the dashboard, and be saved: the ad hoc filters, and what a panel adds, are parts of its
 * condition.
 */
export function withAdHocConditions(query: ModeltraceQuery): ModeltraceQuery {
  if (!isSelecting(query) || (!query.adhocFilters && !query.conditions)) {
    return query;
  }
  const added = (query.conditions ?? []).filter((condition) => condition.trim() !== '');
  const further = [
    ...adHocConditions(query.adhocFilters ?? []),
    ...added.map((condition) => `(${withoutVariables(condition)})`),
  ];
  const saved = { ...query, ...(further.length > 0 && { query: withConditions(query.query, further) }) };
  delete saved.adhocFilters;
  delete saved.conditions;
  return saved;
}
