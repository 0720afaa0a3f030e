import type { DataFrame, Field } from '@grafana/data';
import { searchStopOf, type SearchStop } from './searchStop';
import { TRACE_FIELDS, type TraceField, type TraceStatus } from './traceFields';

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

  /** Whether a field is empty because the viewer's role may not see it. */
  isWithheld(field: TraceField): boolean {
    return this.page.withheld.has(field);
  }

  text(field: TraceField): string {
    return this.page.text(field, this.index);
  }

  number(field: TraceField): number | null {
    const value = this.page.value(field, this.index);
    const number = typeof value === 'string' && value.trim() !== '' ? numberOf(value, field) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : null;
  }
}

/** Other data sources may hold numbers and times as texts. */
function numberOf(text: string, field: TraceField): number {
  return field === 'start_time' ? Date.parse(text) : Number(text);
}

/** Whether there is a row of a hosted model, and whether one of an external model. */
export interface ModelKinds {
  hosted: boolean;
  external: boolean;
}

/** The rows of one frame. Objects for rows are made when they are looked at, since most are only scrolled past. */
export class TracePage {
  readonly length: number;
  readonly modelKinds: ModelKinds;
  /** Whether rows say where a searched text was found. */
  readonly hasMatches: boolean;
  /** Fields that are empty because the viewer's role may not see them (contract/frames.yaml). */
  readonly withheld: ReadonlySet<string>;
  /** Set when the search behind these rows used up its time before it had seen all traces. */
  readonly stop: SearchStop | undefined;
  /** Whether the frame is as full as the query allows. */
  readonly isLimited: boolean;
  private readonly fields: readonly Field[];
  private readonly columns = new Map<string, readonly unknown[]>();
  private readonly looked: TraceRow[] = [];

  constructor(frame: Pick<DataFrame, 'fields' | 'length' | 'meta'>) {
    this.length = frame.length;
    this.fields = TRACE_FIELDS.map((name) => frame.fields.find((candidate) => candidate.name === name)).filter(
      (field) => field !== undefined
    );
    for (const { name, values } of this.fields) {
      this.columns.set(name, values as readonly unknown[]);
    }
    this.modelKinds = kindsOf(this);
    this.withheld = new Set(this.fields.filter(isWithheld).map(({ name }) => name));
    this.hasMatches = (this.columns.get('match_preview') ?? NO_VALUES).some(Boolean);
    this.stop = searchStopOf(frame.meta?.custom);
    this.isLimited = frame.meta?.custom?.limited === true;
  }

  /** The same object each time. */
  row(index: number): TraceRow {
    return (this.looked[index] ??= new TraceRow(this, index));
  }

  has(field: TraceField): boolean {
    return this.columns.has(field);
  }

  value(field: TraceField, index: number): unknown {
    return (this.columns.get(field) ?? NO_VALUES)[index];
  }

  text(field: TraceField, index: number): string {
    const value = this.value(field, index);
    return typeof value === 'string'
      ? value
      : typeof value === 'number' || typeof value === 'boolean'
        ? `${value}`
        : '';
  }

  /** Place of a request's row, or -1. */
  indexOf(requestId: string): number {
    const ids = this.columns.get('request_id') ?? NO_VALUES;
    const index = ids.indexOf(requestId);
    // Request ids of other data sources may be numbers.
    return index >= 0 || typeof ids[0] === 'string' ? index : ids.findIndex((id) => String(id) === requestId);
  }

  /** Whether both have the very same columns. Grafana hands the same rows on in new frames. */
  hasSameValues(other: TracePage): boolean {
    return (
      this.columns.size === other.columns.size &&
      [...this.columns].every(([name, values]) => other.columns.get(name) === values)
    );
  }

  /** The rows from `from` on, with columns of their own, so that the others can be forgotten. */
  from(from: number): TracePage {
    return new TracePage({
      length: this.length - from,
      fields: this.fields.map((field) => withValues(field, field.values.slice(from))),
    });
  }

  /** These rows, then those of `next`. */
  with(next: TracePage): TracePage {
    const values = (name: string) => next.columns.get(name) ?? Array.from({ length: next.length });
    return new TracePage({
      length: this.length + next.length,
      fields: this.fields.map((field) => withValues(field, [...(field.values as unknown[]), ...values(field.name)])),
    });
  }
}

function isWithheld({ config }: Field): boolean {
  return (config.custom as { withheld?: unknown } | undefined)?.withheld === true;
}

function withValues({ name, type, config }: Field, values: unknown[]): Field {
  return { name, type, config, values };
}

/** Rows without a model type are judged by which of the two columns is filled. */
function kindsOf(page: TracePage): ModelKinds {
  const kinds: ModelKinds = { hosted: false, external: false };
  for (let index = 0; index < page.length && !(kinds.hosted && kinds.external); index += 1) {
    const modelType = page.text('model_type', index);
    kinds.external ||= modelType === '' ? page.text('connection', index) !== '' : modelType === 'external';
    kinds.hosted ||= modelType === '' ? page.text('deployment_version', index) !== '' : modelType !== 'external';
  }
  return kinds;
}
