/** A cell of the grid; row -1 is the header. */
export interface GridPlace {
  row: number;
  column: number;
}

/** What there is to move in. */
interface GridSize {
  rows: number;
  columns: number;
  /** Rows that Page Up and Page Down move by. */
  page: number;
}

const HEADER = -1;

/**
 * Where a key leads from a cell, by the grid pattern of the ARIA Authoring Practices; undefined when it is no such key.
 * Page Up stays below the header, as one pages through rows.
 */
export function placeAfter(
  key: string,
  hasCtrl: boolean,
  { row, column }: GridPlace,
  { rows, columns, page }: GridSize
): GridPlace | undefined {
  const last = rows - 1;
  const targets: Partial<Record<string, GridPlace>> = hasCtrl
    ? { Home: { row: 0, column: 0 }, End: { row: last, column: columns - 1 } }
    : {
        ArrowDown: { row: row + 1, column },
        ArrowUp: { row: row - 1, column },
        ArrowLeft: { row, column: column - 1 },
        ArrowRight: { row, column: column + 1 },
        PageDown: { row: row + page, column },
        PageUp: { row: Math.max(row === HEADER ? HEADER : 0, row - page), column },
        Home: { row, column: 0 },
        End: { row, column: columns - 1 },
      };
  const target = targets[key];
  return (
    target && {
      row: Math.max(HEADER, Math.min(last, target.row)),
      column: Math.max(0, Math.min(columns - 1, target.column)),
    }
  );
}
