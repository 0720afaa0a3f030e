import { cx } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import type { Density } from '../../options/options';
import type { TraceColumnId } from '../columns/columnLayout';
import { NUMBER_COLUMNS } from '../columns/columnWidths';
import { getRowStyles } from './rowStyles';
import { ROW_HEIGHTS } from './sizes';

/** Columns that show several lines in tall rows. */
const LONG_COLUMNS: ReadonlySet<string> = new Set<TraceColumnId>([
  'input_preview',
  'output_preview',
  'tags_preview',
  'match_preview',
]);

interface CellLook {
  id: TraceColumnId;
  className: string;
}

/** How every row looks, made once for all of them: there are many cells, and they are drawn while one scrolls. */
export interface RowLook {
  className: string;
  freshClassName: string;
  /** Pixels. */
  height: number;
  /** The shown columns in their order. */
  cells: readonly CellLook[];
}

/** The same object until columns, density or theme change. */
export function useRowLook(columns: readonly TraceColumnId[], density: Density): RowLook {
  const styles = useStyles2(getRowStyles);
  return useMemo(
    () => ({
      className: styles.row,
      freshClassName: cx(styles.row, styles.fresh),
      height: ROW_HEIGHTS[density],
      cells: columns.map((id) => ({
        id,
        className: cx(
          styles.cell,
          NUMBER_COLUMNS.has(id) && styles.number,
          density === 'tall' && LONG_COLUMNS.has(id) && styles.long
        ),
      })),
    }),
    [styles, columns, density]
  );
}
