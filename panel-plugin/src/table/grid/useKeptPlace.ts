import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { RowList } from '../../paging/RowList';

/** Milliseconds for which rows that have just come are told from the others. */
const FRESH_MS = 1500;

const NONE: ReadonlySet<string> = new Set();

interface KeptPlace {
  /** Rows that have come above the ones in sight and were not looked at yet. */
  newRows: number;
  /** Request ids of rows that have just come to the top while one looks at it. */
  fresh: ReadonlySet<string>;
  onScroll: () => void;
  showNew: () => void;
}

/**
 * Keeps the rows in sight where they are when others are put in front of them. At the top the new ones come into sight
 * instead. Another list begins at its top.
 */
export function useKeptPlace(grid: RefObject<HTMLElement | null>, rows: RowList, rowHeight: number): KeptPlace {
  const [newRows, setNewRows] = useState(0);
  const [fresh, setFresh] = useState(NONE);
  const before = useRef({ rows, rowHeight });

  useLayoutEffect(() => {
    const { rows: old, rowHeight: oldHeight } = before.current;
    before.current = { rows, rowHeight };
    const element = grid.current;
    if (!element || (old === rows && oldHeight === rowHeight)) {
      return;
    }
    const top = Math.floor(element.scrollTop / oldHeight);
    const moved = movedBy(old, rows, top);
    if (moved === undefined) {
      scrollTo(element, 0);
      setNewRows(0);
    } else if (element.scrollTop > 0) {
      scrollTo(element, (top + moved) * rowHeight + (element.scrollTop % oldHeight));
      setNewRows((count) => Math.max(0, count + moved));
    } else if (moved > 0) {
      setFresh(new Set(Array.from({ length: moved }, (_, index) => rows.at(index)?.requestId ?? '')));
    }
    // The virtual list learns of it before the page is drawn, else it would be empty there for a moment.
    queueMicrotask(() => {
      element.dispatchEvent(new Event('scroll'));
    });
  }, [grid, rows, rowHeight]);

  useEffect(() => {
    const timer = fresh.size === 0 ? undefined : setTimeout(setFresh, FRESH_MS, NONE);
    return () => {
      clearTimeout(timer);
    };
  }, [fresh]);

  return {
    newRows,
    fresh,
    onScroll: () => {
      if (newRows > 0 && (grid.current?.scrollTop ?? 0) <= 0) {
        setNewRows(0);
      }
    },
    showNew: () => {
      setNewRows(0);
      grid.current?.scrollTo({ top: 0 });
    },
  };
}

function scrollTo(element: HTMLElement, top: number): void {
  element.scrollTop = top;
}

/** By how many places the row at an index has moved; undefined when it is no longer there. */
function movedBy(old: RowList, rows: RowList, index: number): number | undefined {
  const id = old.at(index)?.requestId;
  if (id === undefined) {
    return 0;
  }
  if (rows.at(index)?.requestId === id) {
    return 0;
  }
  const now = rows.indexOf(id);
  return now < 0 ? undefined : now - index;
}
