import { t } from '@grafana/i18n';
import type { TimeZone } from '@grafana/schema';
import { useStyles2 } from '@grafana/ui';
import React, { useRef, type CSSProperties, type MouseEvent } from 'react';
import type { TraceRow } from '../frames/TracePage';
import type { LoadedTraces } from '../paging/TracePager';
import { useCellMenu } from './cellMenu/useCellMenu';
import { ALL_COLUMNS } from './columns/columnLayout';
import type { TableSetup } from './columns/useTableSetup';
import { useTableColumns } from './columns/useTableColumns';
import { BodyRows } from './grid/BodyRows';
import { cellOf, COPY_ATTRIBUTE, MENU_ATTRIBUTE } from './grid/cellElements';
import { HeaderRow } from './grid/HeaderRow';
import { NewRowsButton } from './grid/NewRowsButton';
import { COLUMNS_VARIABLE, ROW_HEIGHTS } from './grid/sizes';
import { getTableStyles } from './grid/styles';
import { useActiveCell } from './grid/useActiveCell';
import { useGridFocus } from './grid/useGridFocus';
import { useGridKeys } from './grid/useGridKeys';
import { useKeptPlace } from './grid/useKeptPlace';
import { useRowsInSight } from './grid/useRowsInSight';
import type { SortControl } from './sort/useSorting';
import { TableTip } from './tip/TableTip';
import { useCopyCell } from './tip/useCopyCell';
import { useHotCell } from './tip/useHotCell';

interface Props {
  loaded: LoadedTraces;
  setup: TableSetup;
  sorting: SortControl;
  timeZone: TimeZone;
  /** Request id of the open trace; undefined when none is open. */
  openId: string | undefined;
  /** Its row, or -1 when that row is not loaded. */
  openIndex: number;
  onOpen: (row: TraceRow) => void;
  onNearEnd: () => void;
  /** Narrows the rows by a condition; undefined where they cannot be asked for otherwise. */
  onFilter: ((condition: string) => void) | undefined;
}

/** The loaded traces as a grid of which only the rows in sight are in the page. */
export function TracesTable(props: Props) {
  const { loaded, setup, sorting, timeZone, openId, openIndex, onOpen, onNearEnd, onFilter } = props;
  const { rows } = loaded;
  const styles = useStyles2(getTableStyles);
  const grid = useRef<HTMLDivElement>(null);
  const rowHeight = ROW_HEIGHTS[setup.density];
  const columns = useTableColumns(grid, rows, setup);
  const { ids } = columns.table;

  const cell = useActiveCell(rows, ids, openId, openIndex);
  const { active } = cell;
  const sight = useRowsInSight({ grid, rows, rowHeight, activeRow: active.row, onNearEnd });
  const { scrollToRow } = sight;
  const focusOn = useGridFocus({ grid, cell, openId, openIndex, scrollToRow });
  const place = useKeptPlace(grid, rows, rowHeight);
  const { hot, cool, dismiss, watch } = useHotCell();
  const { copy, news } = useCopyCell(rows);
  const { openAt, onContextMenu, menu } = useCellMenu({ rows, timeZone, onFilter, onCopy: copy, onClosed: focusOn });

  const open = (index: number) => {
    const row = rows.at(index);
    if (row) {
      onOpen(row);
    }
  };
  const copyAt = (target: EventTarget) => {
    const copied = cellOf(target);
    if (copied) {
      copy(copied);
    }
  };
  const onKeyDown = useGridKeys({
    active,
    rowCount: rows.length,
    columns: ids,
    rowsPerPage: sight.rowsPerPage,
    onFocus: focusOn,
    onOpen: open,
    onSort: sorting.sortBy,
    onCopy: copyAt,
    onMenu: openAt,
    onResize: columns.resizeBy,
    onMove: (id, to) => {
      columns.move(id, to);
      focusOn(-1, id);
    },
  });
  const onClick = ({ target }: MouseEvent) => {
    const clicked = cellOf(target);
    const id = ALL_COLUMNS.find((column) => column === clicked?.column);
    const hasSelection = (document.getSelection()?.toString() ?? '') !== '';
    if (target instanceof Element && target.closest(`[${COPY_ATTRIBUTE}]`)) {
      copyAt(target);
    } else if (target instanceof Element && target.closest(`[${MENU_ATTRIBUTE}]`)) {
      openAt(target);
    } else if (clicked && id && clicked.row < 0) {
      sorting.sortBy(id);
    } else if (clicked && !hasSelection) {
      open(clicked.row);
    }
  };

  return (
    <div
      className={styles.frame}
      {...watch}
      onContextMenu={onContextMenu}
      onFocus={(event) => {
        watch.onFocus(event);
        const focused = cellOf(event.target);
        const id = ALL_COLUMNS.find((column) => column === focused?.column);
        if (focused && id) {
          cell.setActive(focused.row, id);
        }
      }}
    >
      <NewRowsButton count={place.newRows} onClick={place.showNew} />
      <div
        ref={grid}
        role="grid"
        aria-label={t('table.label', 'Traces')}
        aria-rowcount={loaded.paging === 'end' ? rows.length + 1 : -1}
        aria-colcount={ids.length}
        className={styles.grid}
        style={{ [COLUMNS_VARIABLE]: columns.layout.template } as CSSProperties}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onScroll={() => {
          cool();
          place.onScroll();
        }}
      >
        <HeaderRow
          table={columns.table}
          sorting={sorting}
          minWidth={columns.layout.minWidth}
          activeColumn={active.row < 0 ? active.column : -1}
          onMove={columns.move}
          onFit={columns.fit}
        />
        <div
          role="rowgroup"
          className={styles.body}
          style={{ height: sight.height, minWidth: columns.layout.minWidth }}
        >
          <BodyRows
            items={sight.items}
            isScrolling={sight.isScrolling}
            rows={rows}
            columns={ids}
            setup={setup}
            timeZone={timeZone}
            active={active}
            hot={hot}
            openIndex={openIndex}
            fresh={place.fresh}
            canFilter={onFilter !== undefined}
          />
        </div>
      </div>
      {menu}
      <TableTip cell={hot} news={news} rows={rows} timeZone={timeZone} headerHelp={sorting.help} onDismiss={dismiss} />
    </div>
  );
}
