import type { KeyboardEvent } from 'react';
import type { TraceColumnId } from '../columns/columnLayout';
import { placeAfter, type GridPlace } from './gridKeys';

/** Pixels by which a key changes a column's width. */
const WIDTH_STEP = 16;

interface GridOfCells {
  active: GridPlace;
  rowCount: number;
  columns: readonly TraceColumnId[];
  /** Rows that Page Up and Page Down move by. */
  rowsPerPage: () => number;
  onFocus: (row: number, column: TraceColumnId) => void;
  onOpen: (row: number) => void;
  onSort: (id: TraceColumnId) => void;
  onCopy: (target: EventTarget) => void;
  /** Opens the menu of a cell; false when it has none. */
  onMenu: (target: EventTarget) => boolean;
  onResize: (id: TraceColumnId, by: number) => void;
  onMove: (id: TraceColumnId, to: TraceColumnId) => void;
}

/** The keyboard model of the table: what a key does in the cell that has the focus. */
export function useGridKeys(grid: GridOfCells): (event: KeyboardEvent) => void {
  const { active, rowCount, columns } = grid;
  return (event) => {
    const id = columns[active.column];
    if (id === undefined || event.defaultPrevented) {
      return;
    }
    if (active.row < 0 ? headerKey(event, id, grid) : cellKey(event, grid)) {
      event.preventDefault();
      return;
    }
    const hasCtrl = event.ctrlKey || event.metaKey;
    const size = { rows: rowCount, columns: columns.length, page: grid.rowsPerPage() };
    const target = event.altKey || event.shiftKey ? undefined : placeAfter(event.key, hasCtrl, active, size);
    const column = target && columns[target.column];
    if (target && column) {
      event.preventDefault();
      grid.onFocus(target.row, column);
    }
  };
}

/** Whether the key did something: Enter and Space sort, Shift and arrows resize, Alt and arrows move the column. */
function headerKey(
  event: KeyboardEvent,
  id: TraceColumnId,
  { columns, onSort, onResize, onMove }: GridOfCells
): boolean {
  if (isEnter(event)) {
    onSort(id);
    return true;
  }
  const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
  if (step === 0 || event.shiftKey === event.altKey) {
    return false;
  }
  const neighbour = columns[columns.indexOf(id) + step];
  if (event.shiftKey) {
    onResize(id, step * WIDTH_STEP);
  } else if (neighbour) {
    onMove(id, neighbour);
  }
  return true;
}

/** Whether the key did something: Enter and Space open, C and Ctrl+C copy, F opens the menu, as the keys for menus do. */
function cellKey(event: KeyboardEvent, { active, onOpen, onCopy, onMenu }: GridOfCells): boolean {
  if (isEnter(event)) {
    onOpen(active.row);
    return true;
  }
  if (isMenuKey(event)) {
    return onMenu(event.target);
  }
  // Text that one has selected is what Ctrl+C means.
  const hasSelection = (document.getSelection()?.toString() ?? '') !== '';
  if (event.key.toLowerCase() === 'c' && !event.altKey && !event.shiftKey && !hasSelection) {
    onCopy(event.target);
    return true;
  }
  return false;
}

function isMenuKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) {
    return false;
  }
  return shiftKey ? key === 'F10' : key === 'ContextMenu' || key.toLowerCase() === 'f';
}

function isEnter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return (key === 'Enter' || key === ' ') && !ctrlKey && !metaKey && !altKey;
}
