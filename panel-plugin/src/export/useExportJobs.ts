import { useCallback, useSyncExternalStore } from 'react';
import type { ExportJob } from './job/exportJob';
import { exportJobs } from './job/exportJobs';

/** The exports that were begun in a panel of a page. */
export function useExportJobs(owner: string): readonly ExportJob[] {
  return useSyncExternalStore(
    exportJobs.subscribe,
    useCallback(() => exportJobs.of(owner), [owner])
  );
}
