import type { ColumnChoice, TraceColumnId } from './columnLayout';

/** Pixels that usual values of a column take. */
const USUAL_WIDTHS: Record<TraceColumnId, number> = {
  status: 64,
  request_id: 180,
  duration_ms: 112,
  deployment_version: 132,
  connection: 130,
  source_type: 110,
  source: 130,
  start_time: 150,
  input_preview: 160,
  output_preview: 160,
  model: 160,
  model_type: 110,
  provider: 110,
  operation: 110,
  deployment: 130,
  user_id: 130,
  input_tokens: 110,
  output_tokens: 114,
  cost_usd: 90,
  credits: 90,
  ttft_ms: 140,
  streamed: 90,
  finish_reason: 120,
  error_type: 130,
  tags_preview: 200,
  match_preview: 300,
  trace_id: 180,
};

/** Columns that take the width the others leave. */
const GROWING_COLUMNS: ReadonlySet<TraceColumnId> = new Set<TraceColumnId>([
  'input_preview',
  'output_preview',
  'match_preview',
]);

/** Columns whose digits line up at the right. */
export const NUMBER_COLUMNS: ReadonlySet<string> = new Set<TraceColumnId>([
  'duration_ms',
  'input_tokens',
  'output_tokens',
  'cost_usd',
  'credits',
  'ttft_ms',
]);

/** How header and rows place their cells. */
export interface GridLayout {
  /** CSS grid-template-columns. */
  template: string;
  /** Pixels below which the grid scrolls sideways. */
  minWidth: number;
}

/**
 * The chosen width, else the usual one or what the name of the column takes.
 * @param nameWidths pixels that the names in the header take, as far as they were measured
 */
export function columnWidth({ id, width }: ColumnChoice, nameWidths: ReadonlyMap<string, number>): number {
  return width ?? Math.max(USUAL_WIDTHS[id], nameWidths.get(id) ?? 0);
}

/** Fixed widths, except that growing columns without a chosen width share what is left. */
export function gridLayout(columns: readonly ColumnChoice[], widthOf: (column: ColumnChoice) => number): GridLayout {
  return {
    template: columns
      .map((column) =>
        column.width === undefined && GROWING_COLUMNS.has(column.id)
          ? `minmax(${widthOf(column)}px, 1fr)`
          : `${widthOf(column)}px`
      )
      .join(' '),
    minWidth: columns.reduce((sum, column) => sum + widthOf(column), 0),
  };
}
