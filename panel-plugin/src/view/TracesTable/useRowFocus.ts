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

  const wasOpen = useRef(isOpen);
  useEffect(() => {
    const closed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (!closed) {
      return;
    }
    // After the drawer's own focus trap has let go, which happens after this effect.
    const timer = setTimeout(() => {
      focusActiveRow(grid.current);
    });
    return () => {
      clearTimeout(timer);
    };
  }, [grid, isOpen]);

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
