import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useEffect, useMemo, useRef } from 'react';
import { ALL_COLUMNS, WIDTH_LIMITS, type ColumnLayout, type TraceColumnId } from './columnLayout';

/** What the table uses of the table library: the columns. Rows stay in the frames that they came in. */
const FEATURES = tableFeatures({
  columnVisibilityFeature,
  columnOrderingFeature,
  columnSizingFeature,
  columnResizingFeature,
});

/** The library would make an object for each row and each cell, of which there may be a million. */
const NO_ROWS: never[] = [];

const helper = createColumnHelper<typeof FEATURES, never>();
const DEFINITIONS = helper.columns(
  ALL_COLUMNS.map((id) => helper.display({ id, minSize: WIDTH_LIMITS.min, maxSize: WIDTH_LIMITS.max }))
);

export interface ColumnTable {
  /** The shown columns in their order, with the width that one of them is being given. */
  columns: ColumnLayout;
  ids: readonly TraceColumnId[];
  isResizing: boolean;
  /** Begins to change a column's width with the mouse or a finger on the edge of its header cell. */
  startResize: (id: TraceColumnId, headerCell: HTMLElement, event: Event) => void;
}

/**
 * The columns of the table, and the width that one is being given.
 * @param onResized is told the width in pixels when mouse or finger let go
 */
export function useColumnTable(
  shown: ColumnLayout,
  onResized: (id: TraceColumnId, width: number) => void
): ColumnTable {
  const columnOrder = useMemo(() => shown.map(({ id }): string => id), [shown]);
  const columnVisibility = useMemo(
    () => Object.fromEntries(ALL_COLUMNS.map((id) => [id, columnOrder.includes(id)])),
    [columnOrder]
  );
  const table = useTable({
    features: FEATURES,
    columns: DEFINITIONS,
    data: NO_ROWS,
    columnResizeMode: 'onChange',
    state: { columnOrder, columnVisibility },
  });
  const resizingId = table.state.columnResizing.isResizingColumn;
  const width = resizingId === false ? undefined : table.getColumn(resizingId)?.getSize();

  const last = useRef<{ id: string; width: number }>(undefined);
  useEffect(() => {
    if (resizingId !== false) {
      last.current = { id: resizingId, width: width ?? 0 };
      return;
    }
    const id = shown.find((column) => column.id === last.current?.id)?.id;
    if (id && last.current) {
      onResized(id, last.current.width);
    }
    last.current = undefined;
  }, [resizingId, width, shown, onResized]);

  return useMemo(() => {
    const byId = new Map<string, ColumnLayout[number]>(shown.map((column) => [column.id, column]));
    const columns = table
      .getVisibleLeafColumns()
      .map(({ id }) => byId.get(id))
      .filter((column) => column !== undefined)
      .map((column) => (column.id === resizingId && width !== undefined ? { ...column, width } : column));
    return {
      columns,
      ids: columns.map(({ id }) => id),
      isResizing: resizingId !== false,
      startResize: (id, headerCell, event) => {
        // A column that grows is wider than its usual width, from which the library would start.
        table.setColumnSizing({ [id]: headerCell.offsetWidth });
        const headers = table.getHeaderGroups()[0]?.headers;
        headers?.find((header) => header.column.id === id)?.getResizeHandler()(event);
      },
    };
  }, [table, shown, resizingId, width]);
}
