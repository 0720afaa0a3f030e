import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef } from 'react';
import { FOLD_GUTTER_PX } from '../folding/FoldButton';
import { partOf, type Folding } from '../folding/Folding';
import { useFoldedRows } from '../folding/useFoldedRows';
import { useFoldFocus } from '../folding/useFoldFocus';
import type { Marks, Match } from '../search/Match';
import { LineRow } from './LineRow';
import type { TextBlocks } from './TextBlocks';
import { useColumns } from './useColumns';
import { useRows } from './useRows';
import { useRowWindow } from './useRowWindow';
import { TAB_CELLS } from './wrapRows';

const ROW_HEIGHT_PX = 18;
const FONT_SIZE_PX = 12;

/** Rows that are seen at most before the text scrolls. */
const MAX_SEEN_ROWS = 28;

const MEASURED_CELLS = 100;

export interface LinesProps {
  text: TextBlocks;
  /** Changes when the text has grown. */
  version: number;
  /** Name of the text for screen readers. */
  label: string;
  isJson: boolean;
  marks: Marks | undefined;
  /** The match that was gone to. */
  current: Match | undefined;
  /** Changes whenever a match is gone to. */
  visit: number;
  /** What can be folded, if anything. */
  folding?: Folding;
}

/** A text of any size, of which only the rows that are seen are in the page. What hides in it is shown. */
export function LinesView({ text, version, label, isJson, marks, current, visit, folding }: LinesProps) {
  const styles = useStyles2(getStyles);
  const box = useRef<HTMLDivElement>(null);
  const cells = useRef<HTMLSpanElement>(null);
  const columns = useColumns(box, cells, MEASURED_CELLS);
  const counted = useRows(text, version, columns);
  const { rows, folded } = useFoldedRows(counted, text, folding, version);
  const shown = useRowWindow(box, rows.rowCount, ROW_HEIGHT_PX);
  const goTo = useRef(shown.show);
  useEffect(() => {
    goTo.current = shown.show;
  });
  const isFound = current !== undefined;
  const currentRow = isFound ? rows.rowAt(current.block, current.start) : 0;
  useEffect(() => {
    if (isFound) {
      goTo.current(currentRow);
    }
  }, [isFound, currentRow, visit]);

  const rowOf = (part: number) => {
    const place = text.placeOf(folding?.index.beginOf(part) ?? 0);
    return rows.rowAt(place.block, place.offset);
  };
  const shownFolding = folding && { ...folding, folded };
  const focus = useFoldFocus(shownFolding, (part) => {
    shown.show(rowOf(part));
  });
  const numbers = Array.from({ length: Math.max(0, shown.last - shown.first) }, (_, index) => shown.first + index);
  const focusedRow = focus.focused === undefined ? -1 : rowOf(focus.focused);
  if (focusedRow >= 0 && !numbers.includes(focusedRow)) {
    numbers.push(focusedRow);
  }
  const drawn = numbers.map((number) => {
    const row = rows.row(number);
    return { number, row, part: folding && partOf(row, text, folding.index) };
  });
  const inSight = drawn.find(({ number, part }) => number >= shown.firstSeen && part !== undefined);
  const tabStop = focus.focused ?? inSight?.part;
  return (
    <div
      ref={box}
      className={styles.box}
      style={{
        height: Math.min(rows.rowCount, MAX_SEEN_ROWS) * ROW_HEIGHT_PX + 2 * FONT_SIZE_PX,
        ...(folding && { paddingLeft: FOLD_GUTTER_PX }),
      }}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <span ref={cells} className={styles.cells} aria-hidden />
      <div className={styles.rows} style={{ height: shown.height }}>
        {drawn.map(({ number, row, part }) => (
          <div
            key={`${row.block}:${row.start}`}
            className={styles.row}
            style={{ transform: `translateY(${shown.topOf(number)}px)` }}
          >
            <LineRow
              row={row}
              text={text}
              isJson={isJson}
              marks={marks}
              current={current}
              folding={shownFolding}
              part={part}
              isTabStop={part !== undefined && part === tabStop}
              focus={focus}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const font = {
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: FONT_SIZE_PX,
    lineHeight: `${ROW_HEIGHT_PX}px`,
    fontVariantLigatures: 'none',
    letterSpacing: 0,
    whiteSpace: 'pre',
    tabSize: TAB_CELLS,
  } as const;
  return {
    box: css({
      position: 'relative',
      overflow: 'auto',
      overflowAnchor: 'none',
      contain: 'strict',
      resize: 'vertical',
      padding: theme.spacing(1),
      color: theme.colors.text.primary,
      background: theme.colors.background.canvas,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
    }),
    cells: css({ ...font, position: 'absolute', width: `${MEASURED_CELLS}ch`, visibility: 'hidden' }),
    rows: css({ position: 'relative' }),
    row: css({ ...font, position: 'absolute', top: 0, left: 0, minWidth: '100%', unicodeBidi: 'plaintext' }),
  };
};
