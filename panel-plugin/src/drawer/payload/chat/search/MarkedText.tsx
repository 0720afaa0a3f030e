import { cx } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef, type ReactNode } from 'react';
import { visibleText } from '../../../../hostile/visibleText';
import { markStyles } from '../../text/markStyles';
import { useMatches } from './ChatSearchContext';
import type { ChatField } from './chatTexts';

interface Props {
  /** The message or part that the text belongs to. */
  owner: object;
  field: ChatField;
  /** The text, or its beginning. */
  text: string;
}

/** A text of a chat with what hides in it shown, and with its matches marked. */
export function MarkedText({ owner, field, text }: Props) {
  const styles = useStyles2(markStyles);
  const { starts, length, currentStart, visit } = useMatches(owner, field);
  const pieces: ReactNode[] = [];
  let position = 0;
  for (const start of starts) {
    if (start >= text.length) {
      break;
    }
    pieces.push(visibleText(text.slice(position, start)));
    position = start + length;
    const words = visibleText(text.slice(start, position));
    // Of a single letter there are tens of thousands in the page: only the one that was gone to does more than look so.
    pieces.push(
      start === currentStart ? (
        <CurrentMark key={start} visit={visit}>
          {words}
        </CurrentMark>
      ) : (
        <mark key={start} className={styles.match}>
          {words}
        </mark>
      )
    );
  }
  return (
    <>
      {pieces}
      {visibleText(text.slice(position))}
    </>
  );
}

function CurrentMark({ visit, children }: { visit: number; children: string }) {
  const styles = useStyles2(markStyles);
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    mark.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [visit]);
  return (
    <mark ref={mark} className={cx(styles.place, styles.current)}>
      {children}
    </mark>
  );
}
