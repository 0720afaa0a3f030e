import { QUERY_SCHEMA_VERSION, REPLICA_FILTERS } from '../contract/constants.gen';
import type { Filters, ModeltraceQuery, QueryType } from '../types';

/** Every query type, with the words the editor uses for it. */
export const QUERY_TYPES: Record<QueryType, { label: string; description: string }> = {
  traces: { label: 'Traces', description: 'Table of requests, newest first' },
  trace: { label: 'Trace', description: 'One request as spans' },
  metrics: { label: 'Metrics', description: 'Requests, failures, latency, tokens and cost over time' },
  latency: { label: 'Latency', description: 'One point per request' },
  heatmap: { label: 'Heatmap', description: 'Requests by time and latency' },
  replicas: { label: 'Replicas', description: 'Replicas of hosted models over time' },
  annotations: { label: 'Annotations', description: 'Deployments, version and replica changes, error bursts' },
  window: { label: 'Evaluated window', description: 'Start or end of the time range, for the links of alert rules' },
};

export function isQueryType(value: unknown): value is QueryType {
  return typeof value === 'string' && Object.hasOwn(QUERY_TYPES, value);
}

/**
 * The query a new panel starts with. Grafana merges it under every query it runs, so it names nothing that would
 * change a saved query of another type.
 */
export function defaultQuery(): Pick<ModeltraceQuery, 'queryType' | 'schemaVersion'> {
  return { queryType: 'traces', schemaVersion: QUERY_SCHEMA_VERSION };
}

/**
 * A query of another type which keeps what both types understand: reference, data source, filters, search text and condition.
 */
export function withQueryType(query: ModeltraceQuery, queryType: QueryType): ModeltraceQuery {
  const { refId, datasource, hide, key } = query;
  const base = { refId, datasource, hide, key, schemaVersion: QUERY_SCHEMA_VERSION };
  const filters = 'filters' in query ? query.filters : undefined;
  const search = 'search' in query ? query.search : undefined;
  const condition = 'query' in query ? query.query : undefined;
  const selection = { filters, search, query: condition };
  switch (queryType) {
    case 'traces':
      return { ...base, queryType, ...selection };
    case 'trace':
      return { ...base, queryType, requestId: '' };
    case 'metrics':
      return { ...base, queryType, measures: ['requests'], ...selection };
    case 'latency':
    case 'heatmap':
      return { ...base, queryType, ...selection };
    case 'replicas':
      return { ...base, queryType, filters: filters && replicaFilters(filters) };
    case 'annotations':
      return { ...base, queryType, kinds: ['deployment', 'version-change'], ...selection };
    case 'window':
      return { ...base, queryType, edge: 'start' };
  }
}

/** The filters that replicas have too. */
function replicaFilters(filters: Filters): Filters {
  const known: readonly string[] = REPLICA_FILTERS;
  return Object.fromEntries(Object.entries(filters).filter(([field]) => known.includes(field)));
}
