import { useLayoutEffect, useState, type RefObject } from 'react';

/** Where nothing can be measured, as in tests. */
const DEFAULT_COLUMNS = 100;

const MIN_COLUMNS = 10;

/** Cells of a fixed-width font that fit into an element. `cells` is an element as wide as `count` cells of that font. */
export function useColumns(
  box: RefObject<HTMLElement | null>,
  cells: RefObject<HTMLElement | null>,
  count: number
): number {
  const [columns, setColumns] = useState(DEFAULT_COLUMNS);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) {
      return undefined;
    }
    const measure = () => {
      const cell = (cells.current?.getBoundingClientRect().width ?? 0) / count;
      const { paddingLeft, paddingRight } = getComputedStyle(element);
      const width = element.clientWidth - (parseFloat(paddingLeft) || 0) - (parseFloat(paddingRight) || 0);
      setColumns(cell > 0 ? Math.max(MIN_COLUMNS, Math.floor(width / cell)) : DEFAULT_COLUMNS);
    };
    measure();
    const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(measure);
    observer?.observe(element);
    return () => {
      observer?.disconnect();
    };
  }, [box, cells, count]);
  return columns;
}
