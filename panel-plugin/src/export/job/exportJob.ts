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
  /** Milliseconds since 1970 of the first byte, and of the latest news. */
  beganAt?: number;
  heardAt: number;
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
  return { id, fileName, format, state: 'counting', rows: 0, bytes: 0, heardAt: at };
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
  if (hasEnded(job) || (job.state === 'cancelling' && !ends)) {
    return job;
  }
  const heard = { ...job, heardAt: event.at };
  switch (event.kind) {
    case 'begun':
      return { ...heard, state: 'running', rowsTotal: event.rowsTotal, beganAt: event.at };
    case 'received':
      return { ...heard, bytes: event.bytes };
    case 'counted':
      // Answers may come in another order than they were asked for.
      return { ...heard, rows: Math.max(job.rows, event.rows) };
    case 'checking':
      return { ...heard, state: 'checking' };
    case 'saved':
      return { ...heard, state: 'saved', rows: event.end.rows, bytes: event.end.bytes, end: event.end };
    case 'cancelling':
      return canCancel(job) ? { ...heard, state: 'cancelling' } : job;
    case 'cancelled':
      return { ...heard, state: 'cancelled' };
    case 'failed':
      return { ...heard, state: 'failed', reason: event.reason };
  }
}

/** Rows and bytes per second since the first byte; 0 before a tenth of a second, which says nothing. */
export function rateOf({ beganAt, heardAt, rows, bytes }: ExportJob): { rowsPerS: number; bytesPerS: number } {
  const seconds = beganAt === undefined ? 0 : (heardAt - beganAt) / 1000;
  return seconds < 0.1 ? { rowsPerS: 0, bytesPerS: 0 } : { rowsPerS: rows / seconds, bytesPerS: bytes / seconds };
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
