import { dateTime, LoadingState, type PanelData } from '@grafana/data';
import { filter, lastValueFrom, map } from 'rxjs';
import { QUERY_SCHEMA_VERSION } from '../../contract/constants.gen';
import type { TraceDetail } from '../../detail/fetchTrace';
import { queryError } from '../../errors/queryError';
import { readFrames } from '../../frames/readFrames';
import { requestOf, runTarget, type RunnableTarget } from '../../selection/runTarget';
import { tracesTarget } from '../../selection/tracesTarget';
import { quotedValue } from '../../selection/viewConditions';

/** How far back a trace is looked for that went well. */
export const DAYS_BACK = 30;
const DAY_MS = 86_400_000;

/**
 * Request id of the last trace before this one that succeeded, of the same model and the same source; undefined when
 * there is none in the days before.
 * @throws what the query fails with
 */
export async function lastSuccessful(panelData: PanelData, trace: TraceDetail): Promise<string | undefined> {
  const own = tracesTarget(panelData);
  const startMs = Date.parse(trace.start_time);
  if (!own || Number.isNaN(startMs)) {
    return undefined;
  }
  const target: RunnableTarget = {
    refId: 'compare',
    ...(own.datasource && { datasource: own.datasource }),
    queryType: 'traces',
    schemaVersion: QUERY_SCHEMA_VERSION,
    conditions: conditionsFor(trace),
    sort: 'start_time',
    order: 'desc',
    limit: 2,
  };
  const [from, to] = [dateTime(startMs - DAYS_BACK * DAY_MS), dateTime(startMs + 1)];
  // Without the dashboard's filters: those that led to failures leave no success.
  const request = { ...requestOf(panelData), filters: [], range: { from, to, raw: { from, to } } };
  const answer = runTarget(request, target, 'compare').pipe(
    filter(({ state }) => state !== LoadingState.Loading),
    map((response) => {
      const error = queryError(response);
      if (error !== undefined) {
        throw error instanceof Error ? error : Object.assign(new Error(), error);
      }
      const read = readFrames(response.data);
      return read.kind === 'traces' ? read.pages : [];
    })
  );
  const pages = await lastValueFrom(answer, { defaultValue: [] });
  const ids = pages.flatMap((page) => Array.from({ length: page.length }, (_, index) => page.row(index).requestId));
  return ids.find((id) => id !== trace.request_id);
}

function conditionsFor({ model, source }: TraceDetail): string[] {
  return [
    'status = "success"',
    ...(model === '' ? [] : [`model = ${quotedValue(model)}`]),
    ...(source === '' ? [] : [`source = ${quotedValue(source)}`]),
  ];
}
