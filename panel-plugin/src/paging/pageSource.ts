import { LoadingState, type DataQueryRequest, type DataQueryResponse } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import type { DataQuery } from '@grafana/schema';
import { filter, from, last, map, switchMap } from 'rxjs';
import { LIMITS } from '../contract/constants.gen';
import type { components } from '../contract/query.gen';
import { readFrames, TracePage } from '../frames/readFrames';
import type { PageSource } from './TracePager';

type TracesTarget = DataQuery & Partial<Pick<components['schemas']['TracesQuery'], 'limit' | 'cursor'>>;

/**
 * Pages of the query that filled the panel, from its own data source, for the time range of the first page: with
 * `now-30d` the range would otherwise move between pages.
 */
export function pageSource(request: DataQueryRequest, refId: string | undefined): PageSource | undefined {
  const targets = request.targets.filter((target) => !target.hide);
  const target: TracesTarget | undefined = targets.find((candidate) => candidate.refId === refId) ?? targets[0];
  if (target?.queryType !== 'traces') {
    return undefined;
  }
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

/** No frame, or one without fields, is how data sources answer "nothing more". */
function readPage(response: DataQueryResponse): TracePage {
  const error = response.errors?.[0];
  if (error) {
    throw Object.assign(new Error(error.message), error);
  }
  const read = readFrames(response.data);
  return (read.kind === 'traces' ? read.pages[0] : undefined) ?? new TracePage({ fields: [], length: 0 });
}
