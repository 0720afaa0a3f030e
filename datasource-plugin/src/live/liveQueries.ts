import {
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  dateTime,
  LiveChannelScope,
  type QueryResultMetaNotice,
  type TimeRange,
} from '@grafana/data';
import { getGrafanaLiveSrv, type GrafanaLiveSrv } from '@grafana/runtime';
import { map, merge, type Observable } from 'rxjs';
import { LIMITS } from '../contract/constants.gen';
import type { components } from '../contract/query.gen';
import type { ModeltraceQuery, TracesQuery } from '../types';
import { followLive, type LiveSource } from './followLive';
import { wantsLive, whyNotLive } from './whyNotLive';

type Request = DataQueryRequest<ModeltraceQuery>;

/** What live queries need of the data source. */
export interface LiveDeps {
  /** The data source's uid. */
  uid: string;
  /** Answers queries once. */
  ask(request: Request): Observable<DataQueryResponse>;
  /** Path of the channel for a query whose variables have values. */
  channelOf(query: ModeltraceQuery): Promise<string>;
  /** The query with the values of its variables, as it is sent. */
  resolve(query: ModeltraceQuery, request: Request): ModeltraceQuery;
}

/** A clock that is this much behind the trace server's hides no trace. */
const LATE_CLOCK_MS = 60_000;

let lists = 0;

/** Answers a request whose live queries are followed while somebody watches; the others are answered once. */
export function queryLive(request: Request, deps: LiveDeps): Observable<DataQueryResponse> {
  const live = request.targets.filter((target) => wantsLive(target, request));
  if (live.length === 0) {
    return deps.ask(request);
  }
  const others = request.targets.filter((target) => !wantsLive(target, request));
  const answers = live.map((target) => answerOf(target, request, deps));
  return merge(...(others.length > 0 ? [deps.ask({ ...request, targets: others })] : []), ...answers);
}

function answerOf(target: TracesQuery, request: Request, deps: LiveDeps): Observable<DataQueryResponse> {
  const service = liveService();
  const reason = service
    ? whyNotLive(target, request)
    : 'Live is off because Grafana Live is not available on this page.';
  if (reason === undefined && service) {
    return followLive(sourceOf(target, request, deps, service));
  }
  return deps.ask({ ...request, targets: [target], requestId: requestIdOf(request, target) }).pipe(
    map((answer) => ({
      ...answer,
      key: `once-${target.refId}`,
      data: (answer.data as DataFrame[]).map((frame) => withNotice(frame, reason ?? '')),
    }))
  );
}

function sourceOf(target: TracesQuery, request: Request, deps: LiveDeps, service: GrafanaLiveSrv): LiveSource {
  const { min, max, default: usual } = LIMITS.TracesQuery.limit;
  const limit = Math.min(Math.max(target.limit ?? usual, min), max);
  return {
    refId: target.refId,
    list: () => {
      const range = upToNow(request.range);
      // Grafana cancels a request when another with the same id is sent.
      return deps.ask({ ...request, targets: [target], range, requestId: requestIdOf(request, target) });
    },
    channel: async () => {
      const query = deps.resolve(target, request);
      const path = await deps.channelOf(query);
      return service.getStream({ scope: LiveChannelScope.DataSource, stream: deps.uid, path, data: query });
    },
    bounds: () => ({ limit, from: upToNow(request.range).from.valueOf() }),
  };
}

/**
 * A time range that ends now moves on: while the panel is watched, and while a page was open before the panel was made
 * live. One whose end is yet to come, such as today, stays where it is.
 */
function upToNow({ from, to, raw }: TimeRange): TimeRange {
  const elapsedMs = Math.max(0, Date.now() - to.valueOf());
  return { raw, from: dateTime(from.valueOf() + elapsedMs), to: dateTime(to.valueOf() + elapsedMs + LATE_CLOCK_MS) };
}

function requestIdOf({ requestId }: Request, { refId }: TracesQuery): string {
  lists += 1;
  return `${requestId}-${refId}-live-${lists}`;
}

/** Grafana Live, where the page has it. */
function liveService(): GrafanaLiveSrv | undefined {
  return getGrafanaLiveSrv();
}

/** The frame of a query that wants live traces and cannot have them. */
function withNotice(frame: DataFrame, text: string): DataFrame {
  const { meta } = frame;
  const liveStatus: components['schemas']['LiveStatus'] = { trouble: text };
  const notices: QueryResultMetaNotice[] = [...(meta?.notices ?? []), { severity: 'info', text }];
  return { ...frame, meta: { ...meta, custom: { ...meta?.custom, liveStatus }, notices } };
}
