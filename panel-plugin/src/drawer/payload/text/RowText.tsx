import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { visibleText } from '../../../hostile/visibleText';
import { jsonSpans, type JsonKind } from '../json/jsonSpans';
import type { Marks, Match } from '../search/Match';
import { markStyles } from './markStyles';
import type { Row } from './Rows';
import { segmentsOf } from './segments';
import type { TextBlocks } from './TextBlocks';

interface Props {
  row: Row;
  text: TextBlocks;
  isJson: boolean;
  marks: Marks | undefined;
  current: Match | undefined;
}

/** The text of a row, with its colours and matches. */
export function RowText({ row, text, isJson, marks, current }: Props) {
  const styles = useStyles2(getStyles);
  const { block, start, end } = row;
  const content = text.block(block);
  const spans = isJson ? jsonSpans(content, start, end, beginsWithinLine(text, block)) : [];
  const found = (marks?.within(block, start, end) ?? []).map((match) => ({
    start: match.start,
    end: match.start + match.length,
    isCurrent: match.block === current?.block && match.start === current.start,
  }));
  return (
    <>
      {segmentsOf<JsonKind>({ start, end }, spans, found).map((segment) => {
        const shown = visibleText(content.slice(segment.start, segment.end));
        const color = segment.kind && styles[segment.kind];
        return segment.mark ? (
          <mark key={segment.start} className={cx(color, styles[segment.mark])}>
            {shown}
          </mark>
        ) : (
          <span key={segment.start} className={color}>
            {shown}
          </span>
        );
      })}
    </>
  );
}

function beginsWithinLine(text: TextBlocks, block: number): boolean {
  return block > 0 && !text.block(block - 1).endsWith('\n');
}

const getStyles = (theme: GrafanaTheme2) => ({
  ...markStyles(theme),
  key: css({ color: theme.colors.text.link }),
  string: css({ color: theme.colors.success.text }),
  number: css({ color: theme.colors.warning.text }),
  word: css({ color: theme.colors.error.text }),
});
