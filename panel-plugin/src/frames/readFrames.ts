import type { DataFrame } from '@grafana/data';
import { TracePage } from './TracePage';
import type { TraceField } from './traceFields';

/** Without these a row cannot be told from another, judged or placed in time. */
const REQUIRED_FIELDS: readonly TraceField[] = ['request_id', 'status', 'start_time'];

/** What the panel's data holds, as far as the table is concerned. */
export type TracesData =
  | { kind: 'none' }
  | { kind: 'missing'; fields: string[] }
  | { kind: 'traces'; pages: TracePage[]; refIds: (string | undefined)[] };

/** Finds the frames that hold traces. Frames of any data source do, if their fields have the agreed names. */
export function readFrames(frames: readonly DataFrame[]): TracesData {
  const withFields = frames.filter((frame) => frame.fields.length > 0);
  const complete = withFields.filter((frame) => missingFields(frame).length === 0);
  if (complete.length > 0) {
    return {
      kind: 'traces',
      pages: complete.map((frame) => new TracePage(frame)),
      refIds: complete.map((frame) => frame.refId),
    };
  }
  const missing = withFields.map(missingFields).sort((a, b) => a.length - b.length)[0];
  return missing ? { kind: 'missing', fields: missing } : { kind: 'none' };
}

function missingFields(frame: DataFrame): string[] {
  return REQUIRED_FIELDS.filter((name) => !frame.fields.some((field) => field.name === name));
}
