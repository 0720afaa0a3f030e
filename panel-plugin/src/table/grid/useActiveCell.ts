import { useCallback, useMemo, useState } from 'react';
import type { RowList } from '../../paging/RowList';
import type { TraceColumnId } from '../columns/columnLayout';
import type { GridPlace } from './gridKeys';

/** The one cell in the tab order. */
export interface ActiveCell {
  /** Where it is; row -1 is the header. */
  active: GridPlace;
  /** Takes note of a cell that got the focus, or is to get it. */
  setActive: (row: number, column: TraceColumnId) => void;
  /** The same column of a trace's row, if that is loaded. The same function each time. */
  setActiveTrace: (requestId: string) => void;
}

/** A cell by what it shows, so that it stays the same when rows are put in front or columns move. */
interface KnownCell {
  row: number;
  requestId: string;
  column: TraceColumnId | undefined;
}

/**
 * Which cell has the focus or gets it next: one of the open trace, once there is one.
 * @param openIndex row of the open trace, or -1 when it is not loaded
 */
export function useActiveCell(
  rows: RowList,
  columns: readonly TraceColumnId[],
  openId: string | undefined,
  openIndex: number
): ActiveCell {
  const [cell, setCell] = useState<KnownCell>({ row: 0, requestId: '', column: undefined });
  const shownId = openIndex < 0 ? undefined : openId;
  const [seenId, setSeenId] = useState<string>();
  if (shownId !== seenId) {
    setSeenId(shownId);
    if (shownId !== undefined) {
      setCell({ ...cell, row: openIndex, requestId: shownId });
    }
  }
  const row = useMemo(() => rowOf(cell, rows), [cell, rows]);
  const column = Math.max(0, cell.column === undefined ? 0 : columns.indexOf(cell.column));
  const setActiveTrace = useCallback((requestId: string) => {
    setCell((before) => ({ ...before, requestId }));
  }, []);
  return {
    active: { row, column },
    setActiveTrace,
    setActive: (index, id) => {
      setCell({ row: index, requestId: rows.at(index)?.requestId ?? '', column: id });
    },
  };
}

/** Index of the cell's row: -1 for the header, else where its request is now. */
function rowOf({ row, requestId }: KnownCell, rows: RowList): number {
  const last = Math.max(0, rows.length - 1);
  if (row < 0 || requestId === '' || rows.at(row)?.requestId === requestId) {
    return Math.min(row, last);
  }
  const now = rows.indexOf(requestId);
  return now >= 0 ? now : Math.min(row, last);
}
