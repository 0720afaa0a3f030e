import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef } from 'react';
import { visibleText } from '../../../hostile/visibleText';
import { jsonSpans, type JsonKind } from '../json/jsonSpans';
import type { Match, TextSearch } from '../search/TextSearch';
import type { Row } from './RowIndex';
import { segmentsOf } from './segments';
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

interface Props {
  text: TextBlocks;
  /** Changes when the text has grown. */
  version: number;
  /** Name of the text for screen readers. */
  label: string;
  isJson: boolean;
  search: TextSearch | undefined;
  /** The match that was gone to. */
  current: Match | undefined;
}

/** A text of any size, of which only the rows that are seen are in the page. What hides in it is shown. */
export function LinesView({ text, version, label, isJson, search, current }: Props) {
  const styles = useStyles2(getStyles);
  const box = useRef<HTMLDivElement>(null);
  const cells = useRef<HTMLSpanElement>(null);
  const columns = useColumns(box, cells, MEASURED_CELLS);
  const rows = useRows(text, version, columns);
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
  }, [isFound, currentRow]);

  const numbers = Array.from({ length: Math.max(0, shown.last - shown.first) }, (_, index) => shown.first + index);
  return (
    <div
      ref={box}
      className={styles.box}
      style={{ height: Math.min(rows.rowCount, MAX_SEEN_ROWS) * ROW_HEIGHT_PX + 2 * FONT_SIZE_PX }}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <span ref={cells} className={styles.cells} aria-hidden />
      <div className={styles.rows} style={{ height: shown.height }}>
        {numbers.map((number) => (
          <div key={number} className={styles.row} style={{ transform: `translateY(${shown.topOf(number)}px)` }}>
            <RowText row={rows.row(number)} text={text} isJson={isJson} search={search} current={current} />
          </div>
        ))}
      </div>
    </div>
  );
}

interface RowProps extends Pick<Props, 'text' | 'isJson' | 'search' | 'current'> {
  row: Row;
}

function RowText({ row, text, isJson, search, current }: RowProps) {
  const styles = useStyles2(getStyles);
  const { block, start, end } = row;
  const content = text.block(block);
  const spans = isJson ? jsonSpans(content, start, end, beginsWithinLine(text, block)) : [];
  const marks = (search?.within(block, start, end) ?? []).map((match) => ({
    start: match.start,
    end: match.start + match.length,
    isCurrent: match.block === current?.block && match.start === current.start,
  }));
  return (
    <>
      {segmentsOf<JsonKind>({ start, end }, spans, marks).map((segment) => {
        const shown = visibleText(content.slice(segment.start, segment.end));
        const color = segment.kind && styles[segment.kind];
        return segment.mark ? (
          <mark key={segment.start} className={cx(color, segment.mark === 'current' ? styles.current : styles.match)}>
            {shown}
          </mark>
        ) : (
          <span key={segment.start} className={color}>
            {shown}
          </span>
        );
      })}
      {'\n'}
    </>
  );
}

function beginsWithinLine(text: TextBlocks, block: number): boolean {
  return block > 0 && !text.block(block - 1).endsWith('\n');
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
    key: css({ color: theme.colors.text.link }),
    string: css({ color: theme.colors.success.text }),
    number: css({ color: theme.colors.warning.text }),
    word: css({ color: theme.colors.error.text }),
    match: css({ background: theme.colors.warning.transparent, color: 'inherit', padding: 0 }),
    current: css({ background: theme.colors.warning.main, color: theme.colors.warning.contrastText, padding: 0 }),
  };
};
