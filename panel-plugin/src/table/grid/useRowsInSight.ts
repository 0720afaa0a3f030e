import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useCallback, useEffect, type RefObject } from 'react';
import type { RowList } from '../../paging/RowList';
import { HEADER_HEIGHT } from './sizes';

/** Milliseconds without scrolling after which the rows are at rest: longer than between notches of a wheel. */
const REST_MS = 400;

/** The next page is asked for when this many loaded rows are left below. */
const ROWS_LEFT_TO_LOAD_MORE = 20;

interface RowsInSight {
  items: VirtualItem[];
  isScrolling: boolean;
  /** Pixels of all rows. */
  height: number;
  /** Scrolls no further than needed. */
  scrollToRow: (index: number) => void;
  rowsPerPage: () => number;
}

interface Rows {
  grid: RefObject<HTMLElement | null>;
  rows: RowList;
  /** Pixels. */
  rowHeight: number;
  /** Stays in the page wherever one scrolls, since it holds the focus. */
  activeRow: number;
  onNearEnd: () => void;
}

/** Which rows are in the page: those in sight, some around them, and the active one. */
export function useRowsInSight({ grid, rows, rowHeight, activeRow, onNearEnd }: Rows): RowsInSight {
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    isScrollingResetDelay: REST_MS,
    scrollMargin: HEADER_HEIGHT,
    scrollPaddingStart: HEADER_HEIGHT,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      const hasActive = activeRow < 0 || shown.includes(activeRow);
      return hasActive ? shown : [...shown, activeRow].sort((a, b) => a - b);
    },
  });

  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);

  const lastInSight = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (lastInSight >= rows.length - ROWS_LEFT_TO_LOAD_MORE) {
      onNearEnd();
    }
  }, [lastInSight, rows.length, onNearEnd]);

  return {
    items: virtualizer.getVirtualItems(),
    isScrolling: virtualizer.isScrolling,
    height: virtualizer.getTotalSize(),
    scrollToRow: useCallback(
      (index: number) => {
        virtualizer.scrollToIndex(index);
      },
      [virtualizer]
    ),
    rowsPerPage: () => Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / rowHeight) - 1),
  };
}
