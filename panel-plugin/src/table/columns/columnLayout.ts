import type { ModelKinds } from '../../frames/TracePage';
import { TRACE_FIELDS, type TraceField } from '../../frames/traceFields';

/** Any field of the traces frame except the one that only serves paging. */
export type TraceColumnId = Exclude<TraceField, 'cursor'>;

/** All columns in the order in which they are offered. */
export const ALL_COLUMNS = TRACE_FIELDS.filter((field): field is TraceColumnId => field !== 'cursor');

/** Columns to choose from. Where a searched text was found is shown whenever a text is searched for. */
export const OFFERED_COLUMNS = ALL_COLUMNS.filter((id) => id !== 'match_preview');

/** What the table shows unless told otherwise. */
export const OWN_COLUMNS: readonly TraceColumnId[] = [
  'status',
  'request_id',
  'duration_ms',
  'deployment_version',
  'connection',
  'source_type',
  'source',
  'start_time',
  'input_preview',
  'output_preview',
];

/** A chosen column. Without a width it has its usual one, or grows. */
export interface ColumnChoice {
  id: TraceColumnId;
  /** Pixels. */
  width?: number;
}

/** The chosen columns in their order. */
export type ColumnLayout = readonly ColumnChoice[];

/** Pixels: narrower ones cannot be caught with the mouse, wider ones push all others out of sight. */
export const WIDTH_LIMITS = { min: 40, max: 1200 };

export function clampWidth(width: number): number {
  return Math.round(Math.min(WIDTH_LIMITS.max, Math.max(WIDTH_LIMITS.min, width)));
}

/** A layout of usual widths. Unknown and repeated names are left out; without any known one the table's own columns. */
export function layoutOf(names: readonly string[]): ColumnLayout {
  const known = ALL_COLUMNS.filter((id) => names.includes(id)).sort((a, b) => names.indexOf(a) - names.indexOf(b));
  return (known.length > 0 ? known : OWN_COLUMNS).map((id) => ({ id }));
}

/** The layout of a panel for which nobody chose columns; of several models, with which model a trace is of. */
export function usualLayout(names: readonly string[], isOneModel: boolean): ColumnLayout {
  const layout = layoutOf(names);
  const isOwn = !ALL_COLUMNS.some((id) => names.includes(id));
  const place = OWN_COLUMNS.indexOf('request_id') + 1;
  return isOwn && !isOneModel ? [...layout.slice(0, place), { id: 'model' }, ...layout.slice(place)] : layout;
}

/**
 * What of a layout there is to see. Hosted models have deployment versions and external ones connections: of a layout
 * with both, each is shown when its kind of model is. Columns that the data does not have are left out.
 */
export function shownColumns(
  layout: ColumnLayout,
  kinds: ModelKinds,
  has: (id: TraceColumnId) => boolean
): ColumnLayout {
  const isChosen = (id: TraceColumnId) => layout.some((column) => column.id === id);
  const followsKinds = isChosen('deployment_version') && isChosen('connection');
  const isOfKind = ({ id }: ColumnChoice) =>
    !followsKinds ||
    (id !== 'deployment_version' && id !== 'connection') ||
    (id === 'connection' ? kinds.external : kinds.hosted || !kinds.external);
  return layout.filter((column) => isOfKind(column) && has(column.id));
}

/** Columns that tell which trace a row is of. */
const NAMING_COLUMNS: ReadonlySet<TraceColumnId> = new Set<TraceColumnId>([
  'status',
  'request_id',
  'model',
  'start_time',
]);

/**
 * The layout with the column of where a searched text was found, unless it has a place already. One looks for it first,
 * so it comes right after the columns with which the layout begins and that name the trace: in sight without scrolling.
 */
export function withMatches(layout: ColumnLayout): ColumnLayout {
  if (layout.some(({ id }) => id === 'match_preview')) {
    return layout;
  }
  const other = layout.findIndex(({ id }) => !NAMING_COLUMNS.has(id));
  const place = other < 0 ? layout.length : other;
  return [...layout.slice(0, place), { id: 'match_preview' }, ...layout.slice(place)];
}

/** The layout with or without a column. A new one comes after the last of those that are offered before it. */
export function withToggled(layout: ColumnLayout, id: TraceColumnId): ColumnLayout {
  if (layout.some((column) => column.id === id)) {
    return layout.filter((column) => column.id !== id);
  }
  const before = ALL_COLUMNS.slice(0, ALL_COLUMNS.indexOf(id));
  const place = before.reduce(
    (after, other) => Math.max(after, layout.findIndex((column) => column.id === other) + 1),
    0
  );
  return [...layout.slice(0, place), { id }, ...layout.slice(place)];
}

/** The layout with a column at the place of another one, which makes way for it. */
export function withMoved(layout: ColumnLayout, id: TraceColumnId, to: TraceColumnId): ColumnLayout {
  const from = layout.findIndex((column) => column.id === id);
  const place = layout.findIndex((column) => column.id === to);
  const moved = layout[from];
  if (!moved || place < 0) {
    return layout;
  }
  const others = layout.filter((column) => column.id !== id);
  return [...others.slice(0, place), moved, ...others.slice(place)];
}

/** The layout with a column of this width in pixels, or of its usual one. */
export function withWidth(layout: ColumnLayout, id: TraceColumnId, width: number | undefined): ColumnLayout {
  return layout.map((column) =>
    column.id === id ? { id, ...(width !== undefined && { width: clampWidth(width) }) } : column
  );
}

export function isSameLayout(a: ColumnLayout, b: ColumnLayout): boolean {
  return a.length === b.length && a.every(({ id, width }, index) => id === b[index]?.id && width === b[index].width);
}
