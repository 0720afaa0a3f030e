import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import React, { useState } from 'react';
import { visibleText } from '../../hostile/visibleText';
import type { TextPart } from '../diff/textParts';

/** Characters of a stretch, above which the middle of what is equal is left out. */
const MAX_SAME = 600;
const KEPT_SAME = 200;
/** Characters of a stretch that differs which are shown at first, and then in each step. */
const MAX_OTHER = 4_000;

interface Props {
  parts: readonly TextPart[];
  side: 'left' | 'right';
  /** What is equal is shown in full. */
  showsAll?: boolean;
  /** Of each stretch that are shown at first. */
  firstCharacters?: number;
}

/** One side of two texts: what only this side has is marked, long equal stretches are cut. */
export function InlineParts({ parts, side, showsAll = false, firstCharacters = MAX_OTHER }: Props) {
  const own = side === 'left' ? 'removed' : 'added';
  const shown = parts.filter(({ kind }) => kind === 'same' || kind === own);
  return (
    <>
      {shown.map(({ kind, text }, index) =>
        kind === 'same' ? (
          <SamePart
            key={index}
            text={text}
            isFirst={index === 0}
            isLast={index === shown.length - 1}
            showsAll={showsAll}
            firstCharacters={firstCharacters}
          />
        ) : (
          <OtherPart key={index} text={text} kind={kind} firstCharacters={firstCharacters} />
        )
      )}
    </>
  );
}

interface OtherProps {
  text: string;
  kind: 'removed' | 'added';
  firstCharacters: number;
}

function OtherPart({ text, kind, firstCharacters }: OtherProps) {
  const [length, setLength] = useState(firstCharacters);
  const Mark = kind === 'removed' ? 'del' : 'ins';
  return (
    <>
      <Mark>{visibleText(text.slice(0, length))}</Mark>
      {text.length > length && (
        <More
          left={text.length - length}
          onMore={() => {
            setLength(length + MAX_OTHER);
          }}
        />
      )}
    </>
  );
}

interface SameProps {
  text: string;
  isFirst: boolean;
  isLast: boolean;
  showsAll: boolean;
  firstCharacters: number;
}

function SamePart({ text, isFirst, isLast, showsAll, firstCharacters }: SameProps) {
  const [length, setLength] = useState(firstCharacters);
  if (!showsAll && text.length > MAX_SAME) {
    const start = isFirst ? '' : text.slice(0, KEPT_SAME);
    const end = isLast ? '' : text.slice(-KEPT_SAME);
    return (
      <>
        {visibleText(start)}
        <em>
          {t('compare.equal-characters', '[… {{characters}} equal characters …]', {
            characters: (text.length - start.length - end.length).toLocaleString('en-US'),
          })}
        </em>
        {visibleText(end)}
      </>
    );
  }
  return (
    <>
      {visibleText(text.slice(0, length))}
      {text.length > length && (
        <More
          left={text.length - length}
          onMore={() => {
            setLength(length + MAX_OTHER);
          }}
        />
      )}
    </>
  );
}

function More({ left, onMore }: { left: number; onMore: () => void }) {
  return (
    <button type="button" onClick={onMore}>
      {t('compare.more-characters', 'Show more ({{characters}} characters left)', {
        characters: left.toLocaleString('en-US'),
      })}
    </button>
  );
}

/** Removed and added words: by line as well as by colour. */
export function markStyles(theme: GrafanaTheme2) {
  return {
    '& del': {
      color: 'inherit',
      background: theme.colors.error.transparent,
      textDecoration: 'line-through',
      textDecorationColor: theme.colors.error.text,
    },
    '& ins': {
      color: 'inherit',
      background: theme.colors.success.transparent,
      textDecoration: 'underline',
      textDecorationColor: theme.colors.success.text,
    },
    '& em': { color: theme.colors.text.secondary, fontStyle: 'normal' },
    '& button': {
      margin: theme.spacing(0, 0.5),
      padding: theme.spacing(0, 0.5),
      color: theme.colors.text.link,
      background: 'none',
      border: `1px solid ${theme.colors.border.medium}`,
      borderRadius: theme.shape.radius.default,
    },
  };
}
