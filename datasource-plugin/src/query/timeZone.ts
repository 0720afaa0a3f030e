import type { ModeltraceQuery } from '../types';

/**
 * The IANA name of a dashboard's time zone, which Grafana gives as 'browser', 'utc', '' (the browser's) or an IANA name.
 */
export function ianaTimeZone(timezone: string): string {
  switch (timezone) {
    case '':
    case 'browser':
      return new Intl.DateTimeFormat().resolvedOptions().timeZone;
    case 'utc':
      return 'UTC';
    default:
      return timezone;
  }
}

/** Gives queries with local days the dashboard's time zone, unless the query was saved with its own. */
export function withTimeZone(query: ModeltraceQuery, timezone: string): ModeltraceQuery {
  switch (query.queryType) {
    case 'metrics':
    case 'latency':
    case 'replicas':
      return { ...query, timeZone: query.timeZone || ianaTimeZone(timezone) };
    default:
      return query;
  }
}
