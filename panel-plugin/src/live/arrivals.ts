import type { DataFrame, PanelData } from '@grafana/data';

/** Which rows were there at the last look, and how many have come since the first one. */
export interface Arrivals {
  /** The query's request: another one has other rows, of which none has come. */
  request: PanelData['request'];
  /** Request ids of the rows; the values of the frame's own field. */
  ids: readonly unknown[];
  count: number;
}

/** Request ids of the rows: the same object for as long as the data source has no news. */
export function idsOf(series: readonly DataFrame[]): readonly unknown[] | undefined {
  return series.flatMap(({ fields }) => fields).find(({ name }) => name === 'request_id')?.values;
}

/** What has come after another look; the same object when nothing has. */
export function arrivalsAfter(
  before: Arrivals | undefined,
  { series, request }: Pick<PanelData, 'series' | 'request'>
): Arrivals | undefined {
  const ids = idsOf(series);
  if (!ids) {
    return before;
  }
  if (before?.request !== request) {
    return { request, ids, count: 0 };
  }
  if (before?.ids === ids) {
    return before;
  }
  const known = new Set(before?.ids);
  const fresh = ids.filter((id) => !known.has(id)).length;
  return { request, ids, count: (before?.count ?? 0) + fresh };
}
