import type { TimeZone } from '@grafana/schema';
import { columnSizingFeature, columnVisibilityFeature, createColumnHelper, tableFeatures } from '@tanstack/react-table';
import React from 'react';
import { FRAME_FIELDS } from '../contract/constants.gen';
import type { TraceRow } from '../frames/readFrames';
import { visibleText } from '../hostile/visibleText';
import { OPTIONAL_COLUMNS, type OptionalColumn } from '../options/options';
import { formatCost, formatCount, formatDuration, formatTime } from '../view/formats';
import { StatusIcon } from '../view/StatusIcon';

/** What the table uses of the table library. */
export const TABLE_FEATURES = tableFeatures({ columnVisibilityFeature, columnSizingFeature });

export type TraceColumnId = keyof typeof FRAME_FIELDS.traces;

/** Columns that take the width the others leave. */
export const GROWING_COLUMNS: ReadonlySet<string> = new Set<TraceColumnId>(['input_preview', 'output_preview']);

/** Columns whose digits line up at the right. */
export const NUMBER_COLUMNS: ReadonlySet<string> = new Set<TraceColumnId>([
  'duration_ms',
  'input_tokens',
  'output_tokens',
  'cost_usd',
  'ttft_ms',
]);

/** Characters of a cell. The server's previews are shorter; tables of other data sources may hold whole payloads. */
const MAX_CELL_TEXT = 300;

const helper = createColumnHelper<typeof TABLE_FEATURES, TraceRow>();

/** The table's own columns in their order, then the optional ones. */
export function traceColumns(timeZone: TimeZone) {
  return helper.columns([
    helper.display({
      id: 'status',
      header: FRAME_FIELDS.traces.status.label,
      size: 64,
      cell: ({ row }) => <StatusIcon status={row.original.status} />,
    }),
    textColumn('request_id', 180),
    numberColumn('duration_ms', 112, formatDuration),
    textColumn('deployment_version', 132),
    textColumn('connection', 130),
    textColumn('source_type', 110),
    textColumn('source', 130),
    helper.display({
      id: 'start_time',
      header: FRAME_FIELDS.traces.start_time.label,
      size: 150,
      cell: ({ row }) => formatTime(row.original.startTimeMs, timeZone),
    }),
    textColumn('input_preview', 160),
    textColumn('output_preview', 160),
    textColumn('model', 160),
    textColumn('user_id', 130),
    numberColumn('input_tokens', 110, formatCount),
    numberColumn('output_tokens', 114, formatCount),
    numberColumn('cost_usd', 90, formatCost),
    numberColumn('ttft_ms', 140, formatDuration),
    textColumn('error_type', 130),
    textColumn('tags_preview', 200),
  ]);
}

function textColumn(id: TraceColumnId, size: number) {
  return helper.display({
    id,
    header: FRAME_FIELDS.traces[id].label,
    size,
    cell: ({ row }) => visibleText(row.original.text(id).slice(0, MAX_CELL_TEXT)),
  });
}

function numberColumn(id: TraceColumnId, size: number, format: (value: number | null) => string) {
  return helper.display({
    id,
    header: FRAME_FIELDS.traces[id].label,
    size,
    cell: ({ row }) => format(row.original.number(id)),
  });
}

/**
 * Hosted models have deployment versions and external ones connections, so each column is there when its kind of
 * model is; without rows the column of hosted models stands for both.
 */
export function columnVisibility(
  kinds: { hosted: boolean; external: boolean },
  chosen: Partial<Record<OptionalColumn, boolean>>
): Record<string, boolean> {
  const optional = OPTIONAL_COLUMNS.map((column) => [column, chosen[column] === true] as const);
  return {
    ...Object.fromEntries(optional),
    deployment_version: kinds.hosted || !kinds.external,
    connection: kinds.external,
  };
}
