import { LoadingState, type DataQueryResponse, type PanelData } from '@grafana/data';
import { filter, last, map } from 'rxjs';
import { LIMITS } from '../contract/constants.gen';
import { queryError } from '../errors/queryError';
import { readFrames } from '../frames/readFrames';
import { TracePage } from '../frames/TracePage';
import { requestOf, runTarget } from '../selection/runTarget';
import { tracesTarget } from '../selection/tracesTarget';
import type { PageSource } from './TracePager';

/**
 * Pages of the query that filled the panel, from its own data source. `panelId` is unique in the page; `pageSize` is the
 * number of their rows, 0 for that of the query.
 */
export function pageSource(
  panelData: PanelData,
  refId: string | undefined,
  { panelId, pageSize }: { panelId: string; pageSize: number }
): PageSource | undefined {
  const target = tracesTarget(panelData, refId);
  if (!target) {
    return undefined;
  }
  const request = requestOf(panelData);
  const limit = pageSize > 0 ? pageSize : (target.limit ?? LIMITS.ListLimit.default);
  return {
    limit,
    fetch: (cursor) =>
      runTarget(request, { ...target, limit, cursor, live: false }, `${panelId}-${cursor}`).pipe(
        filter((response) => response.state !== LoadingState.Loading),
        last(),
        map(readPage)
      ),
  };
}

/** No frame, or one without fields, is how data sources answer "nothing more". */
function readPage(response: DataQueryResponse): TracePage {
  const error = queryError(response);
  if (error !== undefined) {
    throw error instanceof Error ? error : Object.assign(new Error(), error);
  }
  const read = readFrames(response.data);
  return (read.kind === 'traces' ? read.pages[0] : undefined) ?? new TracePage({ fields: [], length: 0 });
}
