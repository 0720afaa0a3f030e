import type { components as api } from '../../contract/api.gen';
import type { ExportEnd } from '../stream/partReader';

export type ExportFormat = api['schemas']['ExportFormat'];

/**
 * How an export stands: `counting` until the trace server has counted what matches, `running` while bytes come,
 * `checking` while the whole file is compared with the trace server's proof and put under its name, `cancelling` until
 * nothing of it is left.
 */
type ExportState = 'counting' | 'running' | 'checking' | 'saved' | 'cancelling' | 'cancelled' | 'failed';

/** One export, from its start to what became of it. */
export interface ExportJob {
  /** The trace server's export_id. */
  id: string;
  fileName: string;
  format: ExportFormat;
  state: ExportState;
  /** Traces that matched when it began. */
  rowsTotal?: number;
  /** Traces in the file so far; for parquet none until its end. */
  rows: number;
  bytes: number;
  /** Milliseconds since 1970 of the beginning of the file, of the latest bytes and of the latest number of rows. */
  beganAt?: number;
  bytesAt: number;
  rowsAt: number;
  /** Once saved. */
  end?: ExportEnd;
  /** Once failed, in words. */
  reason?: string;
}

/** What happens to an export. `at` is in milliseconds since 1970. */
export type ExportEvent =
  | { kind: 'begun'; rowsTotal: number; at: number }
  | { kind: 'received'; bytes: number; at: number }
  | { kind: 'counted'; rows: number; at: number }
  | { kind: 'checking'; at: number }
  | { kind: 'saved'; end: ExportEnd; at: number }
  | { kind: 'cancelling'; at: number }
  | { kind: 'cancelled'; at: number }
  | { kind: 'failed'; reason: string; at: number };

/** An export that has just been asked for. */
export function newJob(id: string, fileName: string, format: ExportFormat, at: number): ExportJob {
  return { id, fileName, format, state: 'counting', rows: 0, bytes: 0, bytesAt: at, rowsAt: at };
}

/** Whether there is nothing more to happen. */
export function hasEnded({ state }: ExportJob): boolean {
  return state === 'saved' || state === 'cancelled' || state === 'failed';
}

/** Whether the user can still call it off. */
export function canCancel({ state }: ExportJob): boolean {
  return state === 'counting' || state === 'running';
}

/** The export after an event. One that has ended stays as it is; one that is being cancelled only ends. */
export function jobAfter(job: ExportJob, event: ExportEvent): ExportJob {
  const ends = event.kind === 'saved' || event.kind === 'cancelled' || event.kind === 'failed';
  return hasEnded(job) || (job.state === 'cancelling' && !ends) ? job : changed(job, event);
}

function changed(job: ExportJob, event: ExportEvent): ExportJob {
  switch (event.kind) {
    case 'begun':
      return { ...job, state: 'running', rowsTotal: event.rowsTotal, beganAt: event.at };
    case 'received':
      return { ...job, bytes: event.bytes, bytesAt: event.at };
    case 'counted':
      // Answers may come in another order than they were asked for.
      return event.rows > job.rows ? { ...job, rows: event.rows, rowsAt: event.at } : job;
    case 'checking':
      return { ...job, state: 'checking' };
    case 'saved':
      return { ...job, state: 'saved', rows: event.end.rows, bytes: event.end.bytes, end: event.end };
    case 'cancelling':
      return canCancel(job) ? { ...job, state: 'cancelling' } : job;
    case 'cancelled':
      return { ...job, state: 'cancelled' };
    case 'failed':
      return { ...job, state: 'failed', reason: event.reason };
  }
}

/** Rows and bytes per second since the beginning, each up to its latest number. */
export function rateOf({ beganAt, rows, rowsAt, bytes, bytesAt }: ExportJob): { rowsPerS: number; bytesPerS: number } {
  return { rowsPerS: perSecond(rows, beganAt, rowsAt), bytesPerS: perSecond(bytes, beganAt, bytesAt) };
}

/** 0 before a tenth of a second, which says nothing. */
function perSecond(amount: number, fromMs: number | undefined, toMs: number): number {
  const seconds = fromMs === undefined ? 0 : (toMs - fromMs) / 1000;
  return seconds < 0.1 ? 0 : amount / seconds;
}

/** From 0 to 1; undefined while it cannot be known. */
export function progressOf({ rows, rowsTotal, format, state }: ExportJob): number | undefined {
  if (state === 'saved' || state === 'checking') {
    return 1;
  }
  if (format === 'parquet' || rowsTotal === undefined || rowsTotal === 0) {
    return undefined;
  }
  return Math.min(1, rows / rowsTotal);
}
