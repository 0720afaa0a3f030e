import type { TimeZone } from '@grafana/schema';
import React, { lazy, Suspense, useEffect, useState } from 'react';
import type { RowList } from '../../paging/RowList';
import { fullText } from '../cells/cellText';
import { columnLabel } from '../columns/columnLabel';
import { ALL_COLUMNS, type TraceColumnId } from '../columns/columnLayout';
import type { CellElement } from '../grid/cellElements';

/** Placing it takes a library that is loaded when there is something to place. */
const CellTip = lazy(() => import('./CellTip'));

/** Milliseconds before a tooltip appears, so that none is in the way of going on. */
const DELAY_MS = 450;

/** What has just happened to a cell. */
export interface CellNews {
  element: HTMLElement;
  text: string;
}

interface Props {
  cell: CellElement | undefined;
  news: CellNews | undefined;
  rows: RowList;
  timeZone: TimeZone;
  /** What there is to say about a header cell. */
  headerHelp: (id: TraceColumnId) => string;
  onDismiss: () => void;
}

/** News of a cell, else what the cell that one looks at does not show. */
export function TableTip({ cell, news, rows, timeZone, headerHelp, onDismiss }: Props) {
  const waitedFor = useWait(cell?.element);
  if (news) {
    return (
      <Suspense fallback={null}>
        <CellTip anchor={news.element} text={news.text} isNews onDismiss={onDismiss} />
      </Suspense>
    );
  }
  const id = ALL_COLUMNS.find((column) => column === cell?.column);
  if (!cell || !id || waitedFor !== cell.element) {
    return null;
  }
  const text = cell.row < 0 ? headerText(id, cell.element, headerHelp(id)) : cellTip(cell, id, rows, timeZone);
  return text === '' ? null : (
    <Suspense fallback={null}>
      <CellTip anchor={cell.element} text={text} isNews={false} onDismiss={onDismiss} />
    </Suspense>
  );
}

function headerText(id: TraceColumnId, element: HTMLElement, help: string): string {
  const name = element.firstElementChild;
  return [name && isCut(name) ? columnLabel(id) : '', help].filter((part) => part !== '').join('\n');
}

function cellTip({ row, element }: CellElement, id: TraceColumnId, rows: RowList, timeZone: TimeZone): string {
  const trace = rows.at(row);
  const text = trace ? fullText(trace, id, timeZone) : '';
  return isCut(element) || text !== element.textContent ? text : '';
}

function isCut({ scrollWidth, clientWidth, scrollHeight, clientHeight }: Element): boolean {
  return scrollWidth > clientWidth || scrollHeight > clientHeight;
}

/** The element once it has been the same for a while. */
function useWait(element: HTMLElement | undefined): HTMLElement | undefined {
  const [waitedFor, setWaitedFor] = useState<HTMLElement>();
  useEffect(() => {
    const timer = setTimeout(() => {
      setWaitedFor(element);
    }, DELAY_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [element]);
  return waitedFor;
}
