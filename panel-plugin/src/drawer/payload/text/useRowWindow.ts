import { useEffect, useState, type RefObject } from 'react';

/** Browsers draw nothing in elements higher than about 17 million pixels (Firefox) to 33 million (Chromium). */
const MAX_HEIGHT_PX = 10_000_000;

/** Rows drawn above and below those that are seen. */
const OVERSCAN = 10;

interface RowWindow {
  /** Numbers of the rows to draw: from first, up to last without it. */
  first: number;
  last: number;
  /** Number of the first row that is seen. */
  firstSeen: number;
  /** Height of all rows, as far as a browser can scroll. */
  height: number;
  /** Where a row is drawn within that height. */
  topOf: (row: number) => number;
  /** Scrolls so that the row is in the middle, unless it is seen. */
  show: (row: number) => void;
}

/**
 * Which rows of a scrolled element are to be drawn. All rows have one height, so that it takes a division, and not a
 * list of measured rows, to know them among millions. When all of them are higher than a browser can scroll, the scroll
 * bar stands for the whole text and a pixel of it for more than one.
 */
export function useRowWindow(box: RefObject<HTMLElement | null>, rows: number, rowHeight: number): RowWindow {
  const [place, setPlace] = useState({ scrollTop: 0, viewHeight: 0 });
  useEffect(() => {
    const element = box.current;
    if (!element) {
      return undefined;
    }
    const look = () => {
      setPlace({ scrollTop: element.scrollTop, viewHeight: element.clientHeight });
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(look);
    observer?.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer?.disconnect();
    };
  }, [box]);

  const { scrollTop, viewHeight } = place;
  const whole = rows * rowHeight;
  const height = Math.min(whole, MAX_HEIGHT_PX);
  const factor = height < whole ? (whole - viewHeight) / (height - viewHeight) : 1;
  const firstSeen = (scrollTop * factor) / rowHeight;
  return {
    first: Math.max(0, Math.floor(firstSeen) - OVERSCAN),
    last: Math.min(rows, Math.ceil(firstSeen + viewHeight / rowHeight) + OVERSCAN),
    firstSeen: Math.ceil(firstSeen),
    height,
    topOf: (row) => scrollTop + (row - firstSeen) * rowHeight,
    show: (row) => {
      const isSeen = row >= firstSeen && (row + 1) * rowHeight <= firstSeen * rowHeight + viewHeight;
      if (!isSeen) {
        box.current?.scrollTo({ top: (row * rowHeight - viewHeight / 2) / factor });
      }
    },
  };
}
