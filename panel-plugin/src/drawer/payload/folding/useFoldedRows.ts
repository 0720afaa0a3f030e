import { useEffect, useMemo, useState } from 'react';
import { inSlices } from '../../../slices/slices';
import type { RowIndex } from '../text/RowIndex';
import type { Rows } from '../text/Rows';
import type { TextBlocks } from '../text/TextBlocks';
import { Folded } from './Folded';
import { FoldedRows } from './FoldedRows';
import type { Folding } from './Folding';

/**
 * The rows that folding leaves, and what is folded of them: while very many parts are being folded, that is still what
 * was folded before.
 * @param version changes when the text has grown
 */
export function useFoldedRows(
  rows: RowIndex,
  text: TextBlocks,
  folding: Folding | undefined,
  version: number
): { rows: Rows; folded: Folded } {
  const index = folding?.index;
  const folded = folding?.folded ?? Folded.none;
  const [done, setDone] = useState<FoldedRows>();
  const wanted = useMemo(
    () => (index && !folded.isNone ? begun(new FoldedRows(rows, text, index, folded, version)) : undefined),
    [rows, text, index, folded, version]
  );
  const { rowCount } = rows;
  useEffect(() => {
    const controller = new AbortController();
    if (wanted) {
      const keep = () => {
        if (wanted.isDone) {
          setDone(wanted);
        }
      };
      void inSlices(() => wanted.step(), controller.signal, keep);
    }
    return () => {
      controller.abort();
    };
  }, [wanted, rowCount]);

  if (!wanted) {
    return { rows, folded: Folded.none };
  }
  const shown = !wanted.isDone && done?.isOf(text, version) === true ? done : wanted;
  return { rows: shown, folded: shown.folded };
}

/** Few parts are folded at once. */
function begun(rows: FoldedRows): FoldedRows {
  rows.step();
  return rows;
}
