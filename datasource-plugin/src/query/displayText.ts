import { DIMENSIONS, MEASURES } from '../contract/constants.gen';
import type { Filters, ModeltraceQuery } from '../types';
import { isQueryType, QUERY_TYPES } from './defaults';

/** One line that tells a saved query apart in query history, inspect and collapsed editors. */
export function queryDisplayText(query: ModeltraceQuery): string {
  if (!isQueryType(query.queryType)) {
    return '';
  }
  const parts = [QUERY_TYPES[query.queryType].label + subject(query)];
  if ('filters' in query && query.filters) {
    parts.push(...filterTexts(query.filters));
  }
  if ('search' in query && query.search) {
    parts.push(`text "${query.search}"`);
  }
  return parts.join(' · ');
}

function measureLabel(measure: string): string {
  return label(MEASURES, measure)?.label ?? measure;
}

export function fieldLabel(field: string): string {
  return label(DIMENSIONS, field) ?? field;
}

function subject(query: ModeltraceQuery): string {
  switch (query.queryType) {
    case 'trace':
      return query.requestId ? `: ${query.requestId}` : '';
    case 'metrics': {
      const measures = (query.measures ?? []).map(measureLabel).join(', ');
      const groups = (query.groupBy ?? []).map(fieldLabel).join(', ');
      return `: ${measures}${groups && ` by ${groups}`}`;
    }
    default:
      return '';
  }
}

function filterTexts(filters: Filters): string[] {
  return Object.entries(filters)
    .filter(([, values]) => values.length > 0)
    .map(([field, values]) => `${fieldLabel(field)}: ${values.join(', ')}`);
}

function label<T>(labels: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}
