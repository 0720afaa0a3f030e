import type { TimeZone } from '@grafana/schema';
import React, { memo, type ReactNode } from 'react';
import type { TraceRow } from '../../frames/TracePage';
import type { TimeFormat } from '../../options/options';
import { StatusIcon } from '../../view/StatusIcon';
import { CellButtons } from '../cellMenu/CellButtons';
import { cellText } from '../cells/cellText';
import { MatchCell } from '../cells/MatchCell';
import { TimeAgo } from '../cells/TimeAgo';
import type { TraceColumnId } from '../columns/columnLayout';
import { COLUMN_ATTRIBUTE, ROW_ATTRIBUTE } from './cellElements';
import type { RowLook } from './useRowLook';

interface Props {
  row: TraceRow;
  index: number;
  look: RowLook;
  /** Pixels from the top of the body. */
  top: number;
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
  const { row, index, look, top, activeColumn, hotColumn, selected, fresh, canFilter } = props;
  return (
    <div
      {...{ [ROW_ATTRIBUTE]: index }}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={fresh ? look.freshClassName : look.className}
      style={{ height: look.height, transform: `translateY(${top}px)` }}
    >
      {look.cells.map(({ id, className }, place) => (
        <div
          key={id}
          {...{ [COLUMN_ATTRIBUTE]: id }}
          role="gridcell"
          aria-colindex={place + 1}
          tabIndex={place === activeColumn ? 0 : -1}
          className={className}
        >
          {id === hotColumn ? (
            <>
              {cellContent(id, props)}
              <CellButtons row={row} id={id} canFilter={canFilter} />
            </>
          ) : (
            cellContent(id, props)
          )}
        </div>
      ))}
    </div>
  );
});

/** A mere text wherever that will do, which React puts into the cell without anything around it. */
function cellContent(id: TraceColumnId, { row, time, timeZone }: Pick<Props, 'row' | 'time' | 'timeZone'>): ReactNode {
  if (id === 'status') {
    return <StatusIcon status={row.status} />;
  }
  if (id === 'start_time' && time === 'relative') {
    return <TimeAgo timeMs={row.startTimeMs} timeZone={timeZone} />;
  }
  if (id === 'match_preview') {
    return <MatchCell text={row.text(id)} />;
  }
  return cellText(row, id, timeZone);
}
