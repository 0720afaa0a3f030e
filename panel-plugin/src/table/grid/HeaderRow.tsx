import { cx } from '@emotion/css';
import { Icon, useStyles2 } from '@grafana/ui';
import React, { memo, useState, type DragEvent } from 'react';
import { columnLabel } from '../columns/columnLabel';
import type { TraceColumnId } from '../columns/columnLayout';
import { NUMBER_COLUMNS } from '../columns/columnWidths';
import type { ColumnTable } from '../columns/useColumnTable';
import { NAME_ATTRIBUTE } from '../columns/useNameWidths';
import type { SortControl } from '../sort/useSorting';
import { COLUMN_ATTRIBUTE, ROW_ATTRIBUTE } from './cellElements';
import { HEADER_HEIGHT } from './sizes';
import { getTableStyles } from './styles';

interface Props {
  table: ColumnTable;
  sorting: SortControl;
  minWidth: number;
  /** Place of the cell in the tab order, or -1 when it is no header cell. */
  activeColumn: number;
  onMove: (id: TraceColumnId, to: TraceColumnId) => void;
  onFit: (id: TraceColumnId) => void;
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

/** Stays at the top while the rows scroll, and is not drawn again then. Its cells can be dragged to other places, and their edges to other widths. */
export const HeaderRow = memo(function HeaderRow(props: Props) {
  const { table, sorting, minWidth, activeColumn, onMove, onFit } = props;
  const styles = useStyles2(getTableStyles);
  const [dragged, setDragged] = useState<TraceColumnId>();
  const [over, setOver] = useState<TraceColumnId>();
  const endDrag = () => {
    setDragged(undefined);
    setOver(undefined);
  };
  const dragProps = (id: TraceColumnId) => ({
    draggable: !table.isResizing,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', id);
      setDragged(id);
    },
    onDragOver: (event: DragEvent) => {
      if (dragged) {
        event.preventDefault();
        setOver(id);
      }
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      if (dragged) {
        onMove(dragged, id);
      }
      endDrag();
    },
    onDragEnd: endDrag,
  });
  return (
    <div role="rowgroup" className={styles.header} style={{ minWidth }}>
      <div
        {...{ [ROW_ATTRIBUTE]: -1 }}
        role="row"
        aria-rowindex={1}
        className={styles.headerRow}
        style={{ height: HEADER_HEIGHT }}
      >
        {table.ids.map((id, place) => {
          const order = sorting.shown.sort === id ? sorting.shown.order : undefined;
          return (
            <div
              key={id}
              {...{ [COLUMN_ATTRIBUTE]: id }}
              {...dragProps(id)}
              role="columnheader"
              aria-colindex={place + 1}
              aria-sort={sorting.canSort(id) ? (order ? ARIA_SORT[order] : 'none') : undefined}
              tabIndex={place === activeColumn ? 0 : -1}
              className={cx(
                styles.headerCell,
                NUMBER_COLUMNS.has(id) && styles.headerNumber,
                sorting.canSort(id) && styles.sortable,
                over === id && dragged !== id && styles.dropPlace
              )}
            >
              <span {...{ [NAME_ATTRIBUTE]: id }} className={styles.name}>
                {columnLabel(id)}
              </span>
              {order && <Icon key={order} name={order === 'asc' ? 'arrow-up' : 'arrow-down'} size="sm" aria-hidden />}
              <Resizer id={id} table={table} onFit={onFit} />
            </div>
          );
        })}
      </div>
    </div>
  );
});

/** For mouse and finger; the keyboard changes widths in the header cell itself. */
function Resizer({ id, table, onFit }: { id: TraceColumnId } & Pick<Props, 'table' | 'onFit'>) {
  const styles = useStyles2(getTableStyles);
  const start = (event: React.SyntheticEvent) => {
    const cell = event.currentTarget.parentElement;
    if (cell) {
      table.startResize(id, cell, event.nativeEvent);
    }
  };
  return (
    <span
      aria-hidden
      draggable
      className={styles.resizer}
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onMouseDown={start}
      onTouchStart={start}
      onClick={(event) => {
        event.stopPropagation();
      }}
      onDoubleClick={() => {
        onFit(id);
      }}
    />
  );
}
