import type { DataFrame, PanelData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { components } from '../contract/query.gen';

/** A query of any type; of the properties that only some types have, those that the panel reads. */
export type PanelTarget = DataQuery & Partial<Omit<components['schemas']['TracesQuery'], 'queryType'>>;

/**
 * The queries that filled the panel. Dashboards hand on the request. Explore shows the panel without it, so there they
 * are read from the frames: the data source's back end writes its uid and the query into `meta.custom` of each.
 */
export function targetsOf({ request, series }: Pick<PanelData, 'request' | 'series'>): PanelTarget[] {
  return request ? request.targets : series.map(originOf).filter((target) => target !== undefined);
}

/** Undefined for frames of other data sources, whose `meta.custom` holds anything or nothing. */
function originOf(frame: DataFrame): PanelTarget | undefined {
  const custom: unknown = frame.meta?.custom;
  if (!isRecord(custom) || !isRecord(custom.query)) {
    return undefined;
  }
  const { datasourceUid, query } = custom;
  const { refId = frame.refId ?? 'A', queryType, limit } = query;
  if (typeof datasourceUid !== 'string' || datasourceUid === '' || typeof refId !== 'string') {
    return undefined;
  }
  if (typeof queryType !== 'string' || (limit !== undefined && typeof limit !== 'number')) {
    return undefined;
  }
  return { ...query, refId, queryType, limit, hide: false, datasource: { uid: datasourceUid } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
