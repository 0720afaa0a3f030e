import { CoreApp, type DataQueryRequest } from '@grafana/data';
import { config } from '@grafana/runtime';
import { LIMITS } from '../contract/constants.gen';
import type { ModeltraceQuery, TracesQuery } from '../types';

/** Apps that ask once, for a rule: nobody watches there. */
const ALERTING: readonly string[] = [CoreApp.CloudAlerting, CoreApp.UnifiedAlerting];

/** Ends of a time range to which new traces belong: now, and the end of the day, week, month or year. */
const UNTIL_NOW = /^now(\/[a-zA-Z]+)?$/;

/** Whether a query asks for new traces where somebody can watch them. */
export function wantsLive(query: ModeltraceQuery, request: DataQueryRequest<ModeltraceQuery>): query is TracesQuery {
  const canWatch = !config.publicDashboardAccessToken && !ALERTING.includes(request.app);
  return query.queryType === 'traces' && query.live === true && canWatch;
}

/** Why a query that wants live traces cannot have them, in words; undefined when it can. */
export function whyNotLive(query: TracesQuery, request: DataQueryRequest<ModeltraceQuery>): string | undefined {
  const { sort, order } = LIMITS.TracesQuery;
  if (!UNTIL_NOW.test(String(request.range.raw.to))) {
    return 'Live is off because the time range does not end now.';
  }
  if ((query.sort ?? sort.default) !== sort.default || (query.order ?? order.default) !== order.default) {
    return 'Live is off because the traces are not sorted by time, newest first.';
  }
  if (query.cursor || query.before || query.within) {
    return 'Live is off on this part of the list.';
  }
  return config.liveEnabled ? undefined : 'Live is off because Grafana Live is turned off in this Grafana.';
}
