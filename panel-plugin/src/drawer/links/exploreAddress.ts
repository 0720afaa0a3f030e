/** How another data source is asked about a trace, from the settings of ours. */
export interface LinkedSource {
  uid: string;
  /** Query with `${traceId}` and `${requestId}`. */
  query: string;
  /** Property of its query that takes the text. */
  property: string;
  /** `queryType` that its query needs. */
  queryType?: string | undefined;
}

/** The trace that is asked about. Times are milliseconds since 1970. */
export interface LinkedTrace {
  traceId: string;
  requestId: string;
  startMs: number | null;
  durationMs: number | null;
}

/** Before and after the request, as clocks differ and logs come late. */
const MARGIN_MS = 10 * 60_000;

/** A request id that ends no quoted text, in whatever language the other data source has. */
const PLAIN_ID = /^[\w.:@/+=-]*$/;
const TRACE_ID = /^[0-9a-f]{32}$/;

/**
 * Path of Explore with the query, without the sub path that Grafana may be served under.
 * @returns undefined when the query could become more than the ids in it, or there is no trace id
 */
export function exploreAddress(source: LinkedSource, trace: LinkedTrace): string | undefined {
  if (!TRACE_ID.test(trace.traceId) || (source.query.includes('${requestId}') && !PLAIN_ID.test(trace.requestId))) {
    return undefined;
  }
  const text = source.query.replaceAll('${traceId}', trace.traceId).replaceAll('${requestId}', trace.requestId);
  const pane = {
    datasource: source.uid,
    queries: [
      {
        refId: 'A',
        datasource: { uid: source.uid },
        ...(source.queryType !== undefined && source.queryType !== '' && { queryType: source.queryType }),
        [source.property]: text,
      },
    ],
    range: rangeAround(trace),
  };
  return `/explore?schemaVersion=1&panes=${encodeURIComponent(JSON.stringify({ a: pane }))}`;
}

function rangeAround({ startMs, durationMs }: LinkedTrace): { from: string; to: string } {
  return startMs === null
    ? { from: 'now-1h', to: 'now' }
    : { from: `${Math.floor(startMs - MARGIN_MS)}`, to: `${Math.ceil(startMs + (durationMs ?? 0) + MARGIN_MS)}` };
}
