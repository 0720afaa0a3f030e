/** Rows are found by this attribute: their index, -1 for the header. */
export const ROW_ATTRIBUTE = 'data-row';

/** Cells are found by this attribute, whose value is the column. */
export const COLUMN_ATTRIBUTE = 'data-column';

/** The button that copies a cell. */
export const COPY_ATTRIBUTE = 'data-copy';

/** The button that opens the menu of a cell. */
export const MENU_ATTRIBUTE = 'data-menu';

/** A cell of the page and where it is in the grid. */
export interface CellElement {
  element: HTMLElement;
  row: number;
  column: string;
}

/** The cell that an element is or is in. */
export function cellOf(target: EventTarget): CellElement | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>(`[${COLUMN_ATTRIBUTE}]`) : null;
  const row = element?.closest(`[${ROW_ATTRIBUTE}]`)?.getAttribute(ROW_ATTRIBUTE);
  return element && row
    ? { element, row: Number(row), column: element.getAttribute(COLUMN_ATTRIBUTE) ?? '' }
    : undefined;
}

/** Gives the focus to the cell that is in the tab order, and brings it into sight sideways; rows are scrolled elsewhere. */
export function focusActiveCell(grid: HTMLElement | null): void {
  const cell = grid?.querySelector<HTMLElement>(`[${COLUMN_ATTRIBUTE}][tabindex="0"]`);
  if (!grid || !cell) {
    return;
  }
  cell.focus({ preventScroll: true });
  const right = cell.offsetLeft + cell.offsetWidth - grid.clientWidth;
  if (cell.offsetLeft < grid.scrollLeft) {
    grid.scrollLeft = cell.offsetLeft;
  } else if (right > grid.scrollLeft) {
    grid.scrollLeft = Math.min(right, cell.offsetLeft);
  }
}

/** Pixels that the widest content of a column takes among the rows in the page. */
export function contentWidth(grid: HTMLElement, column: string): number {
  const range = document.createRange();
  const widths = [...grid.querySelectorAll(`[role="gridcell"][${COLUMN_ATTRIBUTE}="${column}"]`)].map((cell) => {
    range.selectNodeContents(cell);
    return range.getBoundingClientRect().width;
  });
  return Math.ceil(Math.max(0, ...widths));
}
