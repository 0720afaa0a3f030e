import { cx } from '@emotion/css';
import type { TimeZone } from '@grafana/schema';
import { useStyles2 } from '@grafana/ui';
import React, { memo } from 'react';
import type { TraceRow } from '../../frames/TracePage';
import type { Density, TimeFormat } from '../../options/options';
import { StatusIcon } from '../../view/StatusIcon';
import { CellButtons } from '../cellMenu/CellButtons';
import { cellText } from '../cells/cellText';
import { TimeAgo } from '../cells/TimeAgo';
import type { TraceColumnId } from '../columns/columnLayout';
import { NUMBER_COLUMNS } from '../columns/columnWidths';
import { COLUMN_ATTRIBUTE, ROW_ATTRIBUTE } from './cellElements';
import { getRowStyles } from './rowStyles';
import { ROW_HEIGHTS } from './sizes';

interface Props {
  row: TraceRow;
  index: number;
  columns: readonly TraceColumnId[];
  /** Pixels from the top of the body. */
  top: number;
  density: Density;
  time: TimeFormat;
  timeZone: TimeZone;
  /** Place of the cell in the tab order, or -1 when it is in another row. */
  activeColumn: number;
  /** Column whose cell shows its buttons, when it is in this row. */
  hotColumn: string | undefined;
  selected: boolean;
  /** Whether it has just come. */
  fresh: boolean;
  /** Whether one can filter by cells. */
  canFilter: boolean;
}

/** One trace. Drawn again only when something of it changes: while one scrolls, most rows stay. */
export const TraceGridRow = memo(function TraceGridRow(props: Props) {
  const { row, index, columns, top, density, activeColumn, hotColumn, selected, fresh, canFilter } = props;
  const styles = useStyles2(getRowStyles);
  return (
    <div
      {...{ [ROW_ATTRIBUTE]: index }}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={cx(styles.row, fresh && styles.fresh)}
      style={{ height: ROW_HEIGHTS[density], transform: `translateY(${top}px)` }}
    >
      {columns.map((id, place) => (
        <div
          key={id}
          {...{ [COLUMN_ATTRIBUTE]: id }}
          role="gridcell"
          aria-colindex={place + 1}
          tabIndex={place === activeColumn ? 0 : -1}
          className={cx(
            styles.cell,
            NUMBER_COLUMNS.has(id) && styles.number,
            density === 'tall' && LONG_COLUMNS.has(id) && styles.long
          )}
        >
          <CellContent id={id} row={row} time={props.time} timeZone={props.timeZone} />
          {id === hotColumn && <CellButtons row={row} id={id} canFilter={canFilter} />}
        </div>
      ))}
    </div>
  );
});

/** Columns that show several lines in tall rows. */
const LONG_COLUMNS: ReadonlySet<string> = new Set<TraceColumnId>(['input_preview', 'output_preview', 'tags_preview']);

function CellContent({ id, row, time, timeZone }: Pick<Props, 'row' | 'time' | 'timeZone'> & { id: TraceColumnId }) {
  if (id === 'status') {
    return <StatusIcon status={row.status} />;
  }
  if (id === 'start_time' && time === 'relative') {
    return <TimeAgo timeMs={row.startTimeMs} timeZone={timeZone} />;
  }
  return <>{cellText(row, id, timeZone)}</>;
}
