import type { TraceStatus } from '../../frames/traceFields';
import type { RowList } from '../../paging/RowList';

/** A loaded trace that can be compared with. */
export interface Candidate {
  requestId: string;
  status: TraceStatus;
  startTimeMs: number | null;
  durationMs: number | null;
  model: string;
  input: string;
}

/** Loaded rows that are looked at. */
const MAX_ROWS = 5_000;

/** The first loaded traces, other than the one on the left, whose id, model or input has the text in it. */
export function candidates(rows: RowList, leftId: string, text: string, most: number): Candidate[] {
  const wanted = text.trim().toLowerCase();
  const found: Candidate[] = [];
  for (let index = 0; index < Math.min(rows.length, MAX_ROWS) && found.length < most; index += 1) {
    const row = rows.at(index);
    if (!row || row.requestId === leftId) {
      continue;
    }
    const candidate = {
      requestId: row.requestId,
      status: row.status,
      startTimeMs: row.startTimeMs,
      durationMs: row.number('duration_ms'),
      model: row.text('model'),
      input: row.text('input_preview'),
    };
    const words = [candidate.requestId, candidate.model, candidate.input].join('\n').toLowerCase();
    if (words.includes(wanted)) {
      found.push(candidate);
    }
  }
  return found;
}

/** Request ids of the loaded rows above and below. */
export function rowsBeside(rows: RowList, requestId: string): { above: string | undefined; below: string | undefined } {
  const index = rows.indexOf(requestId);
  return index < 0
    ? { above: undefined, below: undefined }
    : { above: rows.at(index - 1)?.requestId, below: rows.at(index + 1)?.requestId };
}
