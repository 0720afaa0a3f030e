import { CoreApp, LoadingState, type DataQueryRequest, type DataQueryResponse, type PanelData } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import type { DataQuery } from '@grafana/schema';
import { filter, from, last, map, switchMap } from 'rxjs';
import { LIMITS } from '../contract/constants.gen';
import { targetsOf } from '../frames/frameOrigin';
import { readFrames, TracePage } from '../frames/readFrames';
import type { PageSource } from './TracePager';

/**
 * Pages of the query that filled the panel, from its own data source, for the time range of the first page: with
 * `now-30d` the range would otherwise move between pages. `panelId` is unique in the page.
 */
export function pageSource(panelData: PanelData, refId: string | undefined, panelId: string): PageSource | undefined {
  const targets = targetsOf(panelData).filter((candidate) => !candidate.hide);
  const target = targets.find((candidate) => candidate.refId === refId) ?? targets[0];
  if (target?.queryType !== 'traces') {
    return undefined;
  }
  const request = panelData.request ?? requestInExplore(panelData, panelId);
  return {
    limit: target.limit ?? LIMITS.ListLimit.default,
    fetch: (cursor) =>
      from(getDataSourceSrv().get(target.datasource, request.scopedVars)).pipe(
        switchMap((dataSource) =>
          from(
            dataSource.query({
              ...request,
              requestId: `${request.requestId}-${cursor}`,
              targets: [{ ...target, cursor } as DataQuery],
            })
          )
        ),
        filter((response) => response.state !== LoadingState.Loading),
        last(),
        map(readPage)
      ),
  };
}

/** Explore hands no request on. Lists of traces depend on the range only; the rest is what the type asks for. */
function requestInExplore({ timeRange }: PanelData, panelId: string): DataQueryRequest {
  return {
    // Grafana cancels a request when another one with the same id begins.
    requestId: `traces-panel-${panelId}`,
    app: CoreApp.Explore,
    range: timeRange,
    targets: [],
    scopedVars: {},
    timezone: 'browser',
    interval: '1m',
    intervalMs: 60_000,
    startTime: Date.now(),
  };
}

/** No frame, or one without fields, is how data sources answer "nothing more". */
function readPage(response: DataQueryResponse): TracePage {
  const error = response.errors?.[0];
  if (error) {
    throw Object.assign(new Error(error.message), error);
  }
  const read = readFrames(response.data);
  return (read.kind === 'traces' ? read.pages[0] : undefined) ?? new TracePage({ fields: [], length: 0 });
}
