import type { DataSourceSettings } from '@grafana/data';
import { type FetchError, getBackendSrv, getDataSourceSrv, isFetchError } from '@grafana/runtime';

/** What a data source's back end says when it is asked whether it works. */
export interface Health {
  isOk: boolean;
  message: string;
  /** What its back end adds, such as what to do about a failure. */
  details?: string;
}

interface HealthAnswer {
  message?: string;
  details?: { verboseMessage?: string };
}

/**
 * Saves settings until the host ends.
 * @returns the settings as they are now saved: of secrets only which are set
 * @throws FetchError when the host refuses them
 */
export async function saveSettings(settings: DataSourceSettings): Promise<DataSourceSettings> {
  const url = `/api/datasources/uid/${encodeURIComponent(settings.uid)}`;
  const { datasource } = await getBackendSrv().put<{ datasource: DataSourceSettings }>(url, settings);
  await getDataSourceSrv().reload();
  return datasource;
}

export async function checkHealth(uid: string): Promise<Health> {
  try {
    const { message, details } = await getBackendSrv().get<HealthAnswer>(
      `/api/datasources/uid/${encodeURIComponent(uid)}/health`,
    );
    return healthOf(true, message, details);
  } catch (error) {
    const said = isFetchError(error) ? (error as FetchError<HealthAnswer>).data : undefined;
    return said?.message ? healthOf(false, said.message, said.details) : { isOk: false, message: wordsOf(error) };
  }
}

function healthOf(isOk: boolean, message = '', details?: HealthAnswer['details']): Health {
  return { isOk, message, ...(details?.verboseMessage ? { details: details.verboseMessage } : {}) };
}

/** An error of the host in words. */
export function wordsOf(error: unknown): string {
  if (isFetchError(error)) {
    const { message } = error.data as { message?: string };
    return message ?? `The workbench’s host answered ${error.status}.`;
  }
  return error instanceof Error ? error.message : String(error);
}
