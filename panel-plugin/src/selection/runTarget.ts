import { CoreApp, type DataQueryRequest, type DataQueryResponse, type PanelData } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import type { DataQuery } from '@grafana/schema';
import { from, switchMap, type Observable } from 'rxjs';
import type { PanelTarget } from '../frames/frameOrigin';

/** The request of the panel's own query, by which further queries get its time range, variables and ad hoc filters. */
export function requestOf(panelData: PanelData): DataQueryRequest {
  return panelData.request ?? requestInExplore(panelData);
}

/** Explore hands no request on. Lists of traces depend on the range only; the rest is what the type asks for. */
function requestInExplore({ timeRange }: PanelData): DataQueryRequest {
  return {
    requestId: 'explore',
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

/** A query of our data source, with the properties of its type. */
export type RunnableTarget = PanelTarget | (DataQuery & Readonly<Record<string, unknown>>);

/**
 * Runs one query like the panel's own, for the time range of that one: with `now-30d` the range would otherwise differ.
 * @param id tells it apart from other requests: Grafana cancels a request when another one with the same id begins
 */
export function runTarget(
  request: DataQueryRequest,
  target: RunnableTarget,
  id: string
): Observable<DataQueryResponse> {
  return from(getDataSourceSrv().get(target.datasource, request.scopedVars)).pipe(
    switchMap((dataSource) =>
      from(dataSource.query({ ...request, requestId: `${request.requestId}-${id}`, targets: [target] }))
    )
  );
}
