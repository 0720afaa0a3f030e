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

/** The rows that are in the page. */
export function BodyRows(props: Props) {
  const { items, isScrolling, rows, columns, setup, timeZone, active, hot, openIndex, fresh, canFilter } = props;
  const look = useRowLook(columns, setup.density);
  const [slots] = useState(() => new RowSlots());
  const ids = items.map(({ index }) => rows.at(index)?.requestId ?? '');
  // Tables of other data sources may hold a request id twice; their rows are told apart by their places.
  const names = new Set(ids).size === ids.length ? ids : items.map(({ index }) => `${index}`);
  const slotOf = slots.assign(names);
  const placed = items.map((item, place) => ({ item, slot: slotOf.get(names[place] ?? '') ?? place }));
  // While one scrolls no element is put to another place in the page, which would cost its layout; then they are put in
  // the order in which they are read.
  const inPage = isScrolling ? placed.sort((a, b) => a.slot - b.slot) : placed;
  return (
    <>
      {inPage.map(({ item: { index, start }, slot }) => {
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
