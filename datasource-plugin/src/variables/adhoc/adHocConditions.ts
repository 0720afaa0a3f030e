import { quoted } from '../../query/interpolateLiterals';
import type { MetricsQuery } from '../../types';

/** A filter as Grafana and saved queries have it. */
type AdHocFilter = NonNullable<MetricsQuery['adhocFilters']>[number];

const TAG_PREFIX = 'tags.';

/**
 * A dashboard's ad hoc filters as conditions of the query language, as the back end makes them of `adhocFilters`. For what
 * leaves the dashboard, and for what is asked of the trace server while filters are chosen.
 */
export function adHocConditions(filters: readonly AdHocFilter[]): string[] {
  return filters.map((filter) => condition(subject(filter.key), filter));
}

function subject(key: string): string {
  return key.startsWith(TAG_PREFIX) ? `tags[${quoted(key.slice(TAG_PREFIX.length))}]` : key;
}

function condition(field: string, { operator, value, values }: AdHocFilter): string {
  const list = `(${(values?.length ? values : [value]).map(quoted).join(', ')})`;
  switch (operator) {
    case '=|':
      return `${field} in ${list}`;
    case '!=|':
      return `${field} not in ${list}`;
    // Grafana's regular expressions mean the whole value, as those of Prometheus do.
    case '=~':
      return `${field} matches ${quoted(`^(?:${value})$`)}`;
    case '!~':
      return `${field} not matches ${quoted(`^(?:${value})$`)}`;
    default:
      return `${field} ${operator} ${quoted(value)}`;
  }
}

/** A condition that holds where the given one and all of the others hold. */
export function withConditions(query: string | undefined, conditions: readonly string[]): string {
  const own = query?.trim() ? [`(${query})`] : [];
  return [...own, ...conditions].join(' AND ');
}
