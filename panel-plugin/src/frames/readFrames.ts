import type { DataFrame } from '@grafana/data';
import { FRAME_FIELDS } from '../contract/constants.gen';
import type { components } from '../contract/api.gen';

type TraceField = keyof typeof FRAME_FIELDS.traces;

/** The statuses of the trace server, and `unknown` for rows of other data sources. */
export type TraceStatus = components['schemas']['Status'] | 'unknown';

const TRACE_FIELDS = Object.keys(FRAME_FIELDS.traces) as TraceField[];

/** Without these a row cannot be told from another, judged or placed in time. */
const REQUIRED_FIELDS: readonly TraceField[] = ['request_id', 'status', 'start_time'];

const NO_VALUES: readonly unknown[] = [];

/** One trace of a page. Reads the frame's columns when asked and holds no copy of a value. */
export class TraceRow {
  constructor(
    private readonly page: TracePage,
    private readonly index: number
  ) {}

  get requestId(): string {
    return this.text('request_id');
  }

  get status(): TraceStatus {
    const status = this.text('status');
    return status === 'success' || status === 'error' || status === 'timeout' ? status : 'unknown';
  }

  /** Milliseconds since 1970, or null when the field holds no time. */
  get startTimeMs(): number | null {
    return this.number('start_time');
  }

  get cursor(): string {
    return this.text('cursor');
  }

  text(field: TraceField): string {
    const value = this.page.value(field, this.index);
    return typeof value === 'string'
      ? value
      : typeof value === 'number' || typeof value === 'boolean'
        ? `${value}`
        : '';
  }

  number(field: TraceField): number | null {
    const value = this.page.value(field, this.index);
    const number = typeof value === 'string' && value !== '' ? Date.parse(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : null;
  }
}

/** The rows of one frame. */
export class TracePage {
  readonly rows: readonly TraceRow[];
  /** Whether a row is of a hosted model, and whether one is of an external model. */
  readonly modelKinds: { hosted: boolean; external: boolean };
  private readonly columns = new Map<TraceField, readonly unknown[]>();

  constructor(frame: DataFrame) {
    for (const name of TRACE_FIELDS) {
      const field = frame.fields.find((candidate) => candidate.name === name);
      if (field) {
        this.columns.set(name, field.values as readonly unknown[]);
      }
    }
    this.rows = Array.from({ length: frame.length }, (_, index) => new TraceRow(this, index));
    this.modelKinds = { hosted: this.rows.some(isHosted), external: this.rows.some(isExternal) };
  }

  value(field: TraceField, index: number): unknown {
    return (this.columns.get(field) ?? NO_VALUES)[index];
  }
}

/** Rows without a model type are judged by which of the two columns is filled. */
function isExternal(row: TraceRow): boolean {
  const modelType = row.text('model_type');
  return modelType === '' ? row.text('connection') !== '' : modelType === 'external';
}

function isHosted(row: TraceRow): boolean {
  const modelType = row.text('model_type');
  return modelType === '' ? row.text('deployment_version') !== '' : modelType !== 'external';
}

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
