import {
  type DataFrame,
  type DataQueryError,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  LoadingState,
  type PanelData,
} from '@grafana/data';
import { toDataQueryError } from '@grafana/runtime';
import type { DataQuery } from '@grafana/schema';
import { type Observable, catchError, defer, from, map, merge, of, scan, share, takeUntil, timer } from 'rxjs';

type QueryFunction = DataSourceApi['query'];

/** As in Grafana: an answer that comes sooner is not announced by a flicker. */
const LOADING_AFTER_MS = 200;

const OWN_PROPERTIES = ['refId', 'hide', 'key', 'queryType', 'datasource'];

/** Whether a query says nothing of its data source's own. Grafana runs the data source's default query for such a one. */
const isEmpty = (target: DataQuery) => Object.keys(target).every((name) => OWN_PROPERTIES.includes(name));

/** Runs the queries of one panel or variable and follows the answers until the data source is done. */
export function runRequest(
  dataSource: DataSourceApi,
  request: DataQueryRequest,
  queryFunction?: QueryFunction,
): Observable<PanelData> {
  const targets = request.targets
    // As Grafana does: the queries of variables, which come with a function of their own, are not filtered.
    .filter((target) => queryFunction !== undefined || (!target.hide && (dataSource.filterQuery?.(target) ?? true)))
    .map((target) => (isEmpty(target) ? { ...dataSource.getDefaultQuery?.(request.app as never), ...target } : target));
  const started: PanelData = { state: LoadingState.Loading, series: [], request, timeRange: request.range };
  if (targets.length === 0) {
    return of({ ...started, state: LoadingState.Done });
  }
  const asked = { ...request, targets };
  const answered = defer(() => from(queryFunction ? queryFunction(asked) : dataSource.query(asked))).pipe(
    scan(collect, new Map<string, DataQueryResponse>()),
    map((responses) => toPanelData(started, [...responses.values()])),
    catchError((error: unknown) => {
      const said = toDataQueryError(error);
      return of({ ...started, state: LoadingState.Error, errors: [said] });
    }),
    share(),
  );
  return merge(
    timer(LOADING_AFTER_MS).pipe(
      map(() => started),
      takeUntil(answered),
    ),
    answered,
  );
}

/** A later answer with the same key takes the place of the earlier one. */
function collect(responses: Map<string, DataQueryResponse>, response: DataQueryResponse) {
  return new Map(responses).set(response.key ?? 'A', response);
}

/** A request that was refused as a whole has only the older `error`. */
function errorsOf(response: DataQueryResponse): DataQueryError[] {
  const { errors, error } = response as { errors?: DataQueryError[]; error?: DataQueryError };
  return errors ?? (error ? [error] : []);
}

/** Frames as they came; the answers of variables are no frames but options, which scenes take from the same place. */
function toPanelData(started: PanelData, responses: DataQueryResponse[]): PanelData {
  const errors = responses.flatMap(errorsOf);
  const frames = responses.flatMap((response) => response.data as DataFrame[]);
  const state = errors.length > 0 ? LoadingState.Error : (responses.at(-1)?.state ?? LoadingState.Done);
  return {
    ...started,
    state,
    series: frames,
    ...(errors.length > 0 ? { errors } : {}),
  };
}
