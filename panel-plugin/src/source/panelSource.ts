import { LoadingState, type DataSourceApi, type PanelData, type ScopedVars } from '@grafana/data';
import { t } from '@grafana/i18n';
import { getDataSourceSrv, type DataSourceWithBackend } from '@grafana/runtime';
import type { DataSourceRef } from '@grafana/schema';
import { useState } from 'react';
import { targetsOf } from '../frames/frameOrigin';

/** The data source of the panel's own rows, of which everything else is asked, too. */
export interface PanelSource {
  ref: DataSourceRef | null | undefined;
  scopedVars: ScopedVars | undefined;
}

/** The source of the panel's own rows: undefined until the first query is made, null when rows came without one. */
function panelSourceOf(panelData: PanelData): PanelSource | null | undefined {
  const { request, state } = panelData;
  const targets = targetsOf(panelData);
  const target = targets.find((candidate) => !candidate.hide) ?? targets[0];
  if (target) {
    return { ref: target.datasource, scopedVars: request?.scopedVars };
  }
  return state === LoadingState.Done || state === LoadingState.Error ? null : undefined;
}

/** The same object for as long as the panel's data source is the same, however often the panel is refreshed. */
export function usePanelSource(panelData: PanelData): PanelSource | null | undefined {
  const current = panelSourceOf(panelData);
  const [kept, setKept] = useState(current);
  const isOther = current !== undefined && (kept === undefined || current?.ref?.uid !== kept?.ref?.uid);
  if (isOther) {
    setKept(current);
  }
  return isOther ? current : kept;
}

/** A data source without the resources of Modeltrace's, such as one that only has fields of the same names. */
class NoResources extends Error {
  constructor() {
    super(
      t(
        'errors.no-resources',
        'The data source of this panel cannot show a single trace. Use a Modeltrace data source.'
      )
    );
  }
}

/**
 * The data source itself.
 * @throws NoResources when it has no back end that answers resources
 */
export async function dataSourceOf(source: PanelSource | null): Promise<DataSourceWithBackend> {
  const dataSource = source ? await getDataSourceSrv().get(source.ref, source.scopedVars) : undefined;
  if (!dataSource || !hasResources(dataSource)) {
    throw new NoResources();
  }
  return dataSource;
}

/**
 * What a resource of the data source's back end answers to GET; the resources are those of datasource-plugin/pkg/resources.
 * The call ends when `signal` is aborted.
 * @throws NoResources, or what Grafana's backendSrv rejects with
 */
export async function getResource(
  source: PanelSource | null,
  path: string,
  params: Record<string, unknown> = {},
  signal?: AbortSignal
): Promise<unknown> {
  const dataSource = await dataSourceOf(source);
  return dataSource.getResource<unknown>(path, params, {
    showErrorAlert: false,
    ...(signal && { abortSignal: signal }),
  });
}

/**
 * What a resource answers to POST.
 * @throws NoResources, or what Grafana's backendSrv rejects with
 */
export async function postResource(
  source: PanelSource | null,
  path: string,
  body: Record<string, unknown>,
  signal?: AbortSignal
): Promise<unknown> {
  const dataSource = await dataSourceOf(source);
  return dataSource.postResource(path, body, { showErrorAlert: false, ...(signal && { abortSignal: signal }) });
}

/** Address of a resource for what is streamed, which getResource would first take into memory. Without leading slash of the page's sub path: backendSrv adds it. */
export async function resourceUrl(
  source: PanelSource | null,
  path: string,
  params: Record<string, string>
): Promise<string> {
  const { uid } = await dataSourceOf(source);
  return `api/datasources/uid/${encodeURIComponent(uid)}/resources/${path}?${new URLSearchParams(params).toString()}`;
}

function hasResources(dataSource: DataSourceApi): dataSource is DataSourceWithBackend {
  return 'getResource' in dataSource && typeof dataSource.getResource === 'function';
}
