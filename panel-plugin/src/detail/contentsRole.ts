import { getDataSourceSrv } from '@grafana/runtime';
import type { PanelSource } from '../source/panelSource';

/** The lowest role that may see contents, by the data source's settings; undefined when they do not say. */
export function contentsRole(source: PanelSource | null): string | undefined {
  const settings = source ? getDataSourceSrv().getInstanceSettings(source.ref, source.scopedVars) : undefined;
  const role = (settings?.jsonData as { contentsMinRole?: unknown } | undefined)?.contentsMinRole;
  return typeof role === 'string' && role !== '' ? role : undefined;
}
