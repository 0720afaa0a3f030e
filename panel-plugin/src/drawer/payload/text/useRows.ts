import { useEffect, useReducer, useState } from 'react';
import { inSlices } from '../../../slices/slices';
import { RowIndex } from './RowIndex';
import type { TextBlocks } from './TextBlocks';

/**
 * The rows of a growing text at a width, counted in slices.
 * @param version changes when the text has grown
 * @param columns cells of a row
 */
export function useRows(text: TextBlocks, version: number, columns: number): RowIndex {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [held, setHeld] = useState(() => ({ text, columns, rows: firstRows(text, columns) }));
  let { rows } = held;
  if (held.text !== text || held.columns !== columns) {
    rows = firstRows(text, columns);
    setHeld({ text, columns, rows });
  }
  useEffect(() => {
    const controller = new AbortController();
    void inSlices(() => rows.step(), controller.signal, redraw);
    return () => {
      controller.abort();
    };
  }, [rows, version]);
  return rows;
}

/** What is seen first is there at once. */
function firstRows(text: TextBlocks, columns: number): RowIndex {
  const rows = new RowIndex(text, columns);
  rows.step();
  return rows;
}
