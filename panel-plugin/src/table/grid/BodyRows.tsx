import type { TimeZone } from '@grafana/schema';
import type { VirtualItem } from '@tanstack/react-virtual';
import React, { useState } from 'react';
import type { RowList } from '../../paging/RowList';
import type { TraceColumnId } from '../columns/columnLayout';
import type { TableSetup } from '../columns/useTableSetup';
import type { HotCell } from '../tip/useHotCell';
import type { GridPlace } from './gridKeys';
import { RowSlots } from './rowSlots';
import { HEADER_HEIGHT } from './sizes';
import { TraceGridRow } from './TraceGridRow';
import { useRowLook } from './useRowLook';

interface Props {
  items: readonly VirtualItem[];
  isScrolling: boolean;
  rows: RowList;
  columns: readonly TraceColumnId[];
  setup: TableSetup;
  timeZone: TimeZone;
  active: GridPlace;
  hot: HotCell | undefined;
  /** Row of the open trace, or -1. */
  openIndex: number;
  /** Request ids of rows that have just come. */
  fresh: ReadonlySet<string>;
  canFilter: boolean;
}

const NO_ITEM = { index: -1, start: 0 };

/** The rows that are in the page. */
export function BodyRows(props: Props) {
  const { items, isScrolling, rows, columns, setup, timeZone, active, hot, openIndex, fresh, canFilter } = props;
  const look = useRowLook(columns, setup.density);
  const [slots] = useState(() => new RowSlots());
  const ids = items.map(({ index }) => rows.at(index)?.requestId ?? '');
  // Tables of other data sources may hold a request id twice; their rows are told apart by their places.
  const names = new Set(ids).size === ids.length ? ids : items.map(({ index }) => `${index}`);
  const slotOf = slots.assign(names);
  const bySlot = new Map(items.map((item, place) => [slotOf.get(names[place] ?? '') ?? place, item]));
  return (
    <>
      {slots.order([...bySlot.keys()], isScrolling).map((slot) => {
        const { index, start } = bySlot.get(slot) ?? NO_ITEM;
        const row = rows.at(index);
        return row ? (
          <TraceGridRow
            key={slot}
            row={row}
            index={index}
            look={look}
            top={start - HEADER_HEIGHT}
            time={setup.time}
            timeZone={timeZone}
            activeColumn={index === active.row ? active.column : -1}
            hotColumn={hot?.row === index ? hot.column : undefined}
            selected={index === openIndex}
            fresh={fresh.has(row.requestId)}
            canFilter={canFilter}
          />
        ) : null;
      })}
    </>
  );
}
