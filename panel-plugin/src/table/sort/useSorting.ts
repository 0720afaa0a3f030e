import { t } from '@grafana/i18n';
import { useMemo } from 'react';
import type { PanelTarget } from '../../frames/frameOrigin';
import type { ViewStateHandle } from '../../state/useViewState';
import type { TraceColumnId } from '../columns/columnLayout';
import { isSortable, nextSorting, querySorting, type Sorting } from './sorting';

/** How the rows are sorted, and whether and how that can be changed. */
export interface SortControl {
  shown: Sorting;
  canSort: (id: TraceColumnId) => boolean;
  /** Goes on to the column's next order. Does nothing when it cannot be sorted by. */
  sortBy: (id: TraceColumnId) => void;
  /** What a click does, or why there is no other order. Empty when there is nothing to say. */
  help: (id: TraceColumnId) => string;
}

/** @param target the panel's own query; undefined for rows of data sources that cannot be asked for another order */
export function useSorting(
  target: Pick<PanelTarget, 'sort' | 'order'> | undefined,
  { view, change }: ViewStateHandle
): SortControl {
  const { sort, order } = target ?? {};
  const canAsk = target !== undefined;
  return useMemo(() => {
    const own = querySorting({ sort, order });
    const shown = view.live ? querySorting(undefined) : { sort: view.sort ?? own.sort, order: view.order ?? own.order };
    const canSort = (id: TraceColumnId) => canAsk && !view.live && isSortable(id);
    return {
      shown: canAsk ? shown : { sort: '', order: 'desc' },
      canSort,
      sortBy: (id) => {
        if (canSort(id)) {
          change(nextSorting(id, shown, own), 'push');
        }
      },
      help: (id) => {
        if (!canAsk || !isSortable(id)) {
          return '';
        }
        if (view.live) {
          return t(
            'table.sort.not-live',
            'While new traces come in live, the newest are first. Turn live off to sort.'
          );
        }
        return helpFor(nextSorting(id, shown, own).order, id);
      },
    };
  }, [sort, order, canAsk, view.live, view.sort, view.order, change]);
}

function helpFor(order: 'asc' | 'desc' | undefined, id: TraceColumnId): string {
  if (order === undefined) {
    return t('table.sort.reset', 'Click or press Enter for the usual order.');
  }
  const text =
    order === 'asc'
      ? t('table.sort.ascending', 'Click or press Enter to sort, smallest first.')
      : t('table.sort.descending', 'Click or press Enter to sort, largest first.');
  return id === 'start_time' ? text : `${text} ${t('table.sort.unknown-last', 'Unknown values come last.')}`;
}
