import { useCallback, useMemo, type RefObject } from 'react';
import type { RowList } from '../../paging/RowList';
import { contentWidth } from '../grid/cellElements';
import { shownColumns, withMatches, withMoved, withWidth, type TraceColumnId } from './columnLayout';
import { columnWidth, gridLayout, type GridLayout } from './columnWidths';
import { useColumnTable, type ColumnTable } from './useColumnTable';
import { useNameWidths } from './useNameWidths';
import type { TableSetup } from './useTableSetup';

/** Pixels of a cell's padding on both sides, and one for what is rounded. */
const CELL_PADDING = 17;

/** A column is never fitted to more pixels than this: long texts are read in the drawer. */
const MAX_FITTED_WIDTH = 640;

interface TableColumns {
  table: ColumnTable;
  layout: GridLayout;
  /** Puts a column in the place of another one. */
  move: (id: TraceColumnId, to: TraceColumnId) => void;
  /** Makes a column wider or narrower by this many pixels. */
  resizeBy: (id: TraceColumnId, pixels: number) => void;
  /** Makes a column as wide as its name and what it shows just now. */
  fit: (id: TraceColumnId) => void;
}

/** The columns that there are to see, and what one does with them in the header. */
export function useTableColumns(
  grid: RefObject<HTMLElement | null>,
  rows: RowList,
  { layout: saved, setLayout }: TableSetup
): TableColumns {
  const { hasMatches } = rows;
  const { hosted, external } = rows.modelKinds;
  const chosen = useMemo(() => (hasMatches ? withMatches(saved) : saved), [saved, hasMatches]);
  const shown = useMemo(
    () =>
      shownColumns(chosen, { hosted, external }, (id) =>
        id === 'match_preview' ? rows.hasMatches : rows.length === 0 || rows.has(id)
      ),
    [chosen, hosted, external, rows]
  );
  const resize = useCallback(
    (id: TraceColumnId, width: number) => {
      setLayout(withWidth(chosen, id, width));
    },
    [chosen, setLayout]
  );
  const table = useColumnTable(shown, resize);
  const nameWidths = useNameWidths(grid, table.ids);
  const layout = useMemo(
    () => gridLayout(table.columns, (column) => columnWidth(column, nameWidths)),
    [table.columns, nameWidths]
  );
  return {
    table,
    layout,
    move: useCallback(
      (id, to) => {
        setLayout(withMoved(chosen, id, to));
      },
      [chosen, setLayout]
    ),
    resizeBy: (id, pixels) => {
      const cell = grid.current?.querySelector<HTMLElement>(`[role="columnheader"][data-column="${id}"]`);
      if (cell) {
        resize(id, cell.offsetWidth + pixels);
      }
    },
    fit: useCallback(
      (id) => {
        const content = grid.current ? contentWidth(grid.current, id) + CELL_PADDING : 0;
        resize(id, Math.min(MAX_FITTED_WIDTH, Math.max(content, nameWidths.get(id) ?? 0)));
      },
      [grid, nameWidths, resize]
    ),
  };
}
