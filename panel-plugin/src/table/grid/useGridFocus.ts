import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { TraceColumnId } from '../columns/columnLayout';
import { focusActiveCell } from './cellElements';
import type { ActiveCell } from './useActiveCell';

interface FocusInGrid {
  grid: RefObject<HTMLElement | null>;
  cell: ActiveCell;
  /** Request id of the open trace; undefined when none is open. */
  openId: string | undefined;
  /** Its row, or -1 when that row is not loaded. */
  openIndex: number;
  scrollToRow: (index: number) => void;
}

/**
 * Moves the focus, and the rows with it. The cell of the open trace gets the focus back when the trace is closed.
 * @returns what moves the focus to a cell; row -1 is the header
 */
export function useGridFocus({
  grid,
  cell,
  openId,
  openIndex,
  scrollToRow,
}: FocusInGrid): (row: number, column: TraceColumnId) => void {
  const { row } = cell.active;
  const wantsFocus = useRef(false);
  const [, setMoves] = useState(0);
  const focusAgain = () => {
    wantsFocus.current = true;
    setMoves((count) => count + 1);
  };
  useLayoutEffect(() => {
    if (wantsFocus.current) {
      wantsFocus.current = false;
      if (row >= 0) {
        scrollToRow(row);
      }
      focusActiveCell(grid.current);
    }
  });

  // One reads on in the drawer, and the table shows where one is; later it stays where one scrolls.
  const shownId = openIndex < 0 ? undefined : openId;
  const scrolledTo = useRef<string>(undefined);
  useEffect(() => {
    if (shownId !== scrolledTo.current) {
      scrolledTo.current = shownId;
      if (shownId !== undefined) {
        scrollToRow(openIndex);
      }
    }
  }, [shownId, openIndex, scrollToRow]);

  const { setActiveTrace } = cell;
  const returnTo = useRef<string>(undefined);
  useEffect(() => {
    if (openId !== undefined) {
      returnTo.current = openId;
    }
    const id = returnTo.current;
    return openId === undefined && id !== undefined
      ? afterFocusTrap(() => {
          returnTo.current = undefined;
          setActiveTrace(id);
          focusAgain();
        })
      : undefined;
  }, [openId, setActiveTrace]);

  return (index, id) => {
    cell.setActive(index, id);
    focusAgain();
  };
}

/**
 * The drawer's focus trap gives the focus back to the cell it came from, in the frame after the drawer is gone. That is
 * in another row once one has gone on to next or previous traces.
 */
function afterFocusTrap(act: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(act);
  });
  return () => {
    cancelAnimationFrame(frame);
  };
}
