import type { TimeZone } from '@grafana/schema';
import React, { lazy, Suspense, useState, type MouseEvent, type ReactNode } from 'react';
import type { RowList } from '../../paging/RowList';
import type { TraceRow } from '../../frames/TracePage';
import { ALL_COLUMNS, type TraceColumnId } from '../columns/columnLayout';
import { cellOf, type CellElement } from '../grid/cellElements';
import { isFilterColumn } from './cellFilters';

const CellMenu = lazy(() => import('./CellMenu'));

interface MenuOptions {
  rows: RowList;
  timeZone: TimeZone;
  /** Narrows the rows by a condition of the query language; undefined where rows cannot be asked for otherwise. */
  onFilter: ((condition: string) => void) | undefined;
  onCopy: (cell: CellElement, trace: TraceRow) => void;
  /** Gives the focus back to the grid. */
  onClosed: (row: number, column: TraceColumnId) => void;
}

interface OpenMenu {
  cell: CellElement;
  /** The trace itself: its row may go elsewhere while the menu is open. */
  trace: TraceRow;
  id: TraceColumnId;
  x: number;
  y: number;
}

interface CellMenuHandle {
  /** Opens the menu of the cell that an element is in, below it. False when it has none. */
  openAt: (target: EventTarget) => boolean;
  onContextMenu: (event: MouseEvent) => void;
  menu: ReactNode;
}

/** The one menu for all cells of the grid. */
export function useCellMenu({ rows, timeZone, onFilter, onCopy, onClosed }: MenuOptions): CellMenuHandle {
  const [open, setOpen] = useState<OpenMenu>();
  const openAt = (target: EventTarget, at?: { x: number; y: number }): boolean => {
    const cell = cellOf(target);
    const id = ALL_COLUMNS.find((column) => column === cell?.column);
    const trace = cell && rows.at(cell.row);
    if (!onFilter || !cell || !id || !trace || !isFilterColumn(id)) {
      return false;
    }
    const { left, bottom } = cell.element.getBoundingClientRect();
    setOpen({ cell, trace, id, ...(at ?? { x: left, y: bottom }) });
    return true;
  };
  const close = () => {
    setOpen(undefined);
    if (open) {
      onClosed(Math.max(0, rows.indexOf(open.trace.requestId)), open.id);
    }
  };
  return {
    openAt,
    onContextMenu: (event) => {
      const isOfKeyboard = event.clientX === 0 && event.clientY === 0;
      // With a key held down, and on text that is selected, the browser's own menu is wanted.
      const isOfBrowser = event.shiftKey || event.ctrlKey || (document.getSelection()?.toString() ?? '') !== '';
      const at = isOfKeyboard ? undefined : { x: event.clientX, y: event.clientY };
      // Some browsers send this after the key that has opened the menu.
      if (open || (!isOfBrowser && openAt(event.target, at))) {
        event.preventDefault();
      }
    },
    menu: open && onFilter && (
      <Suspense fallback={null}>
        <CellMenu
          row={open.trace}
          id={open.id}
          timeZone={timeZone}
          x={open.x}
          y={open.y}
          onFilter={onFilter}
          onCopy={() => {
            onCopy(open.cell, open.trace);
          }}
          onClose={close}
        />
      </Suspense>
    ),
  };
}
