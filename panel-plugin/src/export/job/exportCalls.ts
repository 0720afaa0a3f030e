import { t } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import type { components as api } from '../../contract/api.gen';
import type { components } from '../../contract/query.gen';
import { getResource, postResource, resourceUrl, type PanelSource } from '../../source/panelSource';

/** What is asked of the data source's back end: its resources `export` and `export/plan`. */
export type ExportRequest = components['schemas']['ExportRequest'];
export type ExportPlan = components['schemas']['ExportPlan'];
type ExportStatus = api['schemas']['Export'];

/**
 * Opens the stream of an export. It is read with `fetch`: Grafana's own way of reading streams takes all that comes as
 * fast as it comes, and a disk that is slower than the network would fill the page's memory.
 * @returns the answer, also one that is an error
 */
export async function openExport(source: PanelSource, request: ExportRequest, signal: AbortSignal): Promise<Response> {
  const path = await resourceUrl(source, 'export', {});
  const { orgId } = config.bootData.user;
  const answer = fetch(`${config.appSubUrl}/${path}`, {
    method: 'POST',
    // Another tab may have changed to another organisation; the page is of this one.
    headers: { 'Content-Type': 'application/json', ...(orgId > 0 && { 'X-Grafana-Org-Id': orgId.toString() }) },
    body: JSON.stringify(request),
    credentials: 'same-origin',
    cache: 'no-store',
    signal,
  });
  return answer.catch((error: unknown) => {
    throw error instanceof TypeError ? new Error(t('export.unreachable', 'Grafana cannot be reached.')) : error;
  });
}

/** What an export would be. */
export async function planExport(
  source: PanelSource,
  request: ExportRequest,
  signal: AbortSignal
): Promise<ExportPlan> {
  return (await postResource(source, 'export/plan', { ...request }, signal)) as ExportPlan;
}

/** Traces that the trace server has written into the file so far. */
export async function exportedRows(source: PanelSource, exportId: string): Promise<number> {
  const status = (await getResource(source, 'export/status', { export_id: exportId })) as ExportStatus;
  return status.rows_written;
}

/** Ends the export and the trace server's work for it. */
export async function cancelExport(source: PanelSource, exportId: string): Promise<void> {
  await postResource(source, 'export/cancel', { exportId });
}
