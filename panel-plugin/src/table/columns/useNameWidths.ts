import { useLayoutEffect, useState, type RefObject } from 'react';

/** The part of a header cell that holds its name is found by this attribute, whose value is the column. */
export const NAME_ATTRIBUTE = 'data-name-of';

/** Pixels around a name: the cell's padding on both sides, and the sign of the order. */
const AROUND_NAME = 16 + 18;

/** Pixels that the names of columns take in the header, measured, since they depend on language and font. */
export function useNameWidths(grid: RefObject<HTMLElement | null>, columns: readonly string[]): Map<string, number> {
  const [widths, setWidths] = useState(() => new Map<string, number>());
  const names = columns.join();
  useLayoutEffect(() => {
    const measure = () => {
      const labels = [...(grid.current?.querySelectorAll<HTMLElement>(`[${NAME_ATTRIBUTE}]`) ?? [])];
      const measured = labels.map((label): [string, number] => [
        label.getAttribute(NAME_ATTRIBUTE) ?? '',
        Math.ceil(label.scrollWidth) + AROUND_NAME,
      ]);
      setWidths((before) => (measured.every(([id, width]) => before.get(id) === width) ? before : new Map(measured)));
    };
    measure();
    // The first names may be drawn before their font is there.
    void (document as { fonts?: FontFaceSet }).fonts?.ready.then(measure);
  }, [grid, names]);
  return widths;
}
