import { cx } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import type { ReactTable, Row } from '@tanstack/react-table';
import React from 'react';
import type { TraceRow } from '../frames/readFrames';
import { GROWING_COLUMNS, NUMBER_COLUMNS, type TABLE_FEATURES } from './columns';
import { getTableStyles, HEADER_HEIGHT } from './styles';
import { ROW_INDEX_ATTRIBUTE } from './useRowFocus';

export type GridTable = ReactTable<typeof TABLE_FEATURES, TraceRow>;

/** How header and rows place their cells. */
export interface GridLayout {
  /** CSS grid-template-columns. */
  gridTemplateColumns: string;
  /** Pixels below which the grid scrolls sideways. */
  minWidth: number;
}

/** Fixed widths, except that the growing columns share what is left. */
export function gridTemplate(columns: { id: string; width: number }[]): GridLayout {
  return {
    gridTemplateColumns: columns
      .map(({ id, width }) => (GROWING_COLUMNS.has(id) ? `minmax(${width}px, 1fr)` : `${width}px`))
      .join(' '),
    minWidth: columns.reduce((sum, { width }) => sum + width, 0),
  };
}

/** Stays at the top while the rows scroll. */
export function HeaderRow({ table, layout }: { table: GridTable; layout: GridLayout }) {
  const styles = useStyles2(getTableStyles);
  return (
    <div role="rowgroup" className={styles.header} style={{ minWidth: layout.minWidth }}>
      {table.getHeaderGroups().map((group) => (
        <div
          key={group.id}
          role="row"
          aria-rowindex={1}
          className={styles.headerRow}
          style={{ height: HEADER_HEIGHT, gridTemplateColumns: layout.gridTemplateColumns }}
        >
          {group.headers.map((header, index) => (
            <div
              key={header.id}
              role="columnheader"
              aria-colindex={index + 1}
              className={cx(styles.headerCell, NUMBER_COLUMNS.has(header.column.id) && styles.number)}
            >
              <table.FlexRender header={header} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

interface RowProps {
  table: GridTable;
  row: Row<typeof TABLE_FEATURES, TraceRow>;
  index: number;
  layout: GridLayout;
  height: number;
  /** Pixels from the top of the body. */
  top: number;
  active: boolean;
  selected: boolean;
  onActivate: (index: number) => void;
  onOpen: (index: number) => void;
}

/** One trace. A click anywhere on it opens it. */
export function TraceGridRow(props: RowProps) {
  const { table, row, index, layout, height, top, active, selected, onActivate, onOpen } = props;
  const styles = useStyles2(getTableStyles);
  const indexAttribute = { [ROW_INDEX_ATTRIBUTE]: index };
  return (
    <div
      {...indexAttribute}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={active ? 0 : -1}
      className={styles.row}
      style={{ height, gridTemplateColumns: layout.gridTemplateColumns, transform: `translateY(${top}px)` }}
      onFocus={() => {
        onActivate(index);
      }}
      onClick={() => {
        onOpen(index);
      }}
    >
      {row.getVisibleCells().map((cell, column) => (
        <div
          key={cell.id}
          role="gridcell"
          aria-colindex={column + 1}
          className={cx(styles.cell, NUMBER_COLUMNS.has(cell.column.id) && styles.number)}
        >
          <table.FlexRender cell={cell} />
        </div>
      ))}
    </div>
  );
}
