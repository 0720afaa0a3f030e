import type { TimeZone } from '@grafana/schema';
import { useStyles2 } from '@grafana/ui';
import { useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import React, { useEffect, useMemo, useRef } from 'react';
import type { TraceRow } from '../frames/readFrames';
import type { TracesPanelOptions } from '../options/options';
import type { LoadedTraces } from '../paging/TracePager';
import { words } from '../words';
import { columnVisibility, TABLE_FEATURES, traceColumns } from './columns';
import { gridTemplate, HeaderRow, TraceGridRow, type GridTable } from './rows';
import { getTableStyles, HEADER_HEIGHT, ROW_HEIGHTS } from './styles';
import { useRowFocus } from './useRowFocus';

/** The next page is asked for when this many loaded rows are left below. */
const ROWS_LEFT_TO_LOAD_MORE = 20;

interface Props {
  loaded: LoadedTraces;
  options: TracesPanelOptions;
  timeZone: TimeZone;
  /** Whether a trace is open, and its row or -1 when that row is not loaded. */
  isOpen: boolean;
  openIndex: number;
  onOpen: (row: TraceRow) => void;
  onNearEnd: () => void;
}

/** The loaded traces as a grid of which only the rows in sight are in the page. */
export function TracesTable({ loaded, options, timeZone, isOpen, openIndex, onOpen, onNearEnd }: Props) {
  const styles = useStyles2(getTableStyles);
  const grid = useRef<HTMLDivElement>(null);
  const rowHeight = ROW_HEIGHTS[options.density];
  const table: GridTable = useTable({
    features: TABLE_FEATURES,
    columns: useMemo(() => traceColumns(timeZone), [timeZone]),
    data: loaded.rows,
    state: {
      columnVisibility: useMemo(
        () => columnVisibility(loaded.modelKinds, options.columns),
        [loaded.modelKinds, options.columns]
      ),
    },
  });
  const rows = table.getRowModel().rows;

  const open = (index: number) => {
    const row = loaded.rows[index];
    if (row) {
      onOpen(row);
    }
  };
  const focus = useRowFocus({
    grid,
    rowCount: rows.length,
    rowsPerPage: () => Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / rowHeight) - 1),
    openIndex,
    isOpen,
    onOpen: open,
  });
  const { activeIndex } = focus;

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: HEADER_HEIGHT,
    scrollPaddingStart: HEADER_HEIGHT,
    // The active row stays in the page wherever one scrolls: it holds the focus.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), activeIndex])].sort((a, b) => a - b),
  });
  const shown = virtualizer.getVirtualItems();

  useEffect(() => {
    virtualizer.scrollToIndex(activeIndex);
  }, [virtualizer, activeIndex]);

  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);

  const lastInSight = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (lastInSight >= rows.length - ROWS_LEFT_TO_LOAD_MORE) {
      onNearEnd();
    }
  }, [lastInSight, rows.length, onNearEnd]);

  const columns = table.getVisibleLeafColumns();
  const layout = gridTemplate(columns.map((column) => ({ id: column.id, width: column.getSize() })));
  const allLoaded = loaded.paging === 'end';
  return (
    <div
      ref={grid}
      role="grid"
      aria-label={words.table.label}
      aria-rowcount={allLoaded ? rows.length + 1 : -1}
      aria-colcount={columns.length}
      className={styles.grid}
      onKeyDown={focus.onKeyDown}
    >
      <HeaderRow table={table} layout={layout} />
      <div
        role="rowgroup"
        className={styles.body}
        style={{ height: virtualizer.getTotalSize(), minWidth: layout.minWidth }}
      >
        {shown.map((item) => {
          const row = rows[item.index];
          return row ? (
            <TraceGridRow
              key={row.id}
              table={table}
              row={row}
              index={item.index}
              layout={layout}
              height={rowHeight}
              top={item.start - HEADER_HEIGHT}
              active={item.index === activeIndex}
              selected={isOpen && item.index === openIndex}
              onActivate={focus.setActiveIndex}
              onOpen={open}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}
