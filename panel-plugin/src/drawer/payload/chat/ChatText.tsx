import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatCount } from '../../../view/formats';
import { useMatches } from './search/ChatSearchContext';
import { MarkedText } from './search/MarkedText';
import { useRevealed } from './search/useRevealed';
import { WholeText } from './WholeText';

/** Characters of a text that are shown at first. */
export const MAX_CHAT_TEXT = 3_000;

interface Props {
  text: string;
  /** The part that the text belongs to. */
  owner: object;
  isCode?: boolean;
}

/** A text of a message: its beginning, and all of it on demand or when a match after it is gone to. */
export function ChatText({ text, owner, isCode = false }: Props) {
  const styles = useStyles2(getStyles);
  const matches = useMatches(owner, 'text');
  const isCut = text.length > MAX_CHAT_TEXT;
  const isAfter = isCut && (matches.currentStart ?? 0) + matches.length > MAX_CHAT_TEXT;
  const [isWhole, setIsWhole] = useRevealed(isAfter, matches.visit);
  if (isWhole) {
    return <WholeText text={text} matches={matches} />;
  }
  const shown = isCut ? text.slice(0, MAX_CHAT_TEXT).replace(/[\ud800-\udbff\r]$/, '') : text;
  return (
    <>
      <div className={cx(styles.text, isCode && styles.code)}>
        <MarkedText owner={owner} field="text" text={shown} />
        {isCut && '…'}
      </div>
      {isCut && (
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          onClick={() => {
            setIsWhole(true);
          }}
        >
          {t('chat.show-all', 'Show all {{characters}} characters', { characters: formatCount(text.length) })}
        </Button>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  text: css({ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', unicodeBidi: 'plaintext' }),
  code: css({
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
