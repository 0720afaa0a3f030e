import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

/** Rows are found by this attribute when focus moves to them. */
export const ROW_INDEX_ATTRIBUTE = 'data-index';

interface GridOfRows {
  grid: RefObject<HTMLElement | null>;
  rowCount: number;
  /** Rows that Page Up and Page Down move by. */
  rowsPerPage: () => number;
  /** Row whose trace is open, or -1. */
  openIndex: number;
  isOpen: boolean;
  onOpen: (index: number) => void;
}

interface RowFocus {
  /** The one row in the tab order. */
  activeIndex: number;
  setActiveIndex: (index: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * The keyboard model of a grid of rows: arrows, Page Up and Down, Home and End move, Enter and Space open. The open
 * row is the active one, and gets the focus back when its trace is closed.
 */
export function useRowFocus({ grid, rowCount, rowsPerPage, openIndex, isOpen, onOpen }: GridOfRows): RowFocus {
  const [chosenIndex, setActiveIndex] = useState(0);
  const [seenOpenIndex, setSeenOpenIndex] = useState(-1);
  if (openIndex !== seenOpenIndex) {
    setSeenOpenIndex(openIndex);
    if (openIndex >= 0) {
      setActiveIndex(openIndex);
    }
  }
  const activeIndex = Math.min(chosenIndex, Math.max(0, rowCount - 1));

  const [moves, setMoves] = useState(0);
  useEffect(() => {
    if (moves > 0) {
      focusActiveRow(grid.current);
    }
  }, [grid, moves]);

  // Row of the trace that is or was open, -1 when that row is not loaded; undefined when there is nothing to go back to.
  const returnTo = useRef<number>(undefined);
  useEffect(() => {
    if (isOpen) {
      returnTo.current = openIndex;
      return;
    }
    if (returnTo.current === undefined) {
      return;
    }
    return afterFocusTrap(() => {
      const index = returnTo.current ?? -1;
      returnTo.current = undefined;
      if (index >= 0) {
        setActiveIndex(index);
      }
      setMoves((count) => count + 1);
    });
  }, [isOpen, openIndex]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(activeIndex);
      return;
    }
    const target = targetIndex(event.key, activeIndex, rowsPerPage(), rowCount - 1);
    if (target !== undefined) {
      event.preventDefault();
      setActiveIndex(target);
      setMoves((count) => count + 1);
    }
  };

  return { activeIndex, setActiveIndex, onKeyDown };
}

/**
 * The drawer's focus trap gives the focus back to the row it came from, in the frame after the drawer is gone. That is
 * another row once one has gone on to next or previous traces.
 */
function afterFocusTrap(act: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(act);
  });
  return () => {
    cancelAnimationFrame(frame);
  };
}

function focusActiveRow(grid: HTMLElement | null): void {
  grid?.querySelector<HTMLElement>(`[${ROW_INDEX_ATTRIBUTE}][tabindex="0"]`)?.focus({ preventScroll: true });
}

function targetIndex(key: string, active: number, page: number, last: number): number | undefined {
  const targets: Partial<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: last,
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.max(0, Math.min(last, target));
}
