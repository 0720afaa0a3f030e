import { t } from '@grafana/i18n';
import { useEffect, useState } from 'react';
import type { TraceRow } from '../../frames/TracePage';
import type { RowList } from '../../paging/RowList';
import { copiedText } from '../cells/cellText';
import { copyText } from '../cells/copyText';
import { columnLabel } from '../columns/columnLabel';
import { ALL_COLUMNS } from '../columns/columnLayout';
import type { CellElement } from '../grid/cellElements';
import type { CellNews } from './TableTip';

/** Milliseconds for which one is told that a cell was copied. */
const NEWS_MS = 1500;

interface CopyCell {
  /** @param trace of the cell; given where its row may have gone elsewhere since */
  copy: (cell: CellElement, trace?: TraceRow) => void;
  news: CellNews | undefined;
}

/** Copies the value of a cell, whole as it is in the frame, and says whether that worked. */
export function useCopyCell(rows: RowList): CopyCell {
  const [news, setNews] = useState<CellNews>();
  useEffect(() => {
    const timer = news && setTimeout(setNews, NEWS_MS, undefined);
    return () => {
      clearTimeout(timer);
    };
  }, [news]);
  return {
    news,
    copy: ({ element, row, column }, trace = rows.at(row)) => {
      const id = ALL_COLUMNS.find((candidate) => candidate === column);
      if (!id || !trace) {
        return;
      }
      copyText(copiedText(trace, id)).then(
        () => {
          setNews({ element, text: t('table.copied', '{{column}} copied', { column: columnLabel(id) }) });
        },
        () => {
          setNews({ element, text: t('table.not-copied', 'The browser did not allow copying.') });
        }
      );
    },
  };
}
