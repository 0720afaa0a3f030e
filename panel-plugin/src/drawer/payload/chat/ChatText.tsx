import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { visibleText } from '../../../hostile/visibleText';
import { formatCount } from '../../../view/formats';
import { LinesView } from '../text/LinesView';
import { TextBlocks } from '../text/TextBlocks';

/** Characters of a text that are shown at first. */
export const MAX_CHAT_TEXT = 3_000;

/** A text of a message: its beginning, and all of it on demand. */
export function ChatText({ text, isCode = false }: { text: string; isCode?: boolean }) {
  const styles = useStyles2(getStyles);
  const [whole, setWhole] = useState<TextBlocks>();
  if (whole) {
    return (
      <LinesView
        text={whole}
        version={0}
        label={t('chat.whole-text', 'Whole text of the message')}
        isJson={false}
        search={undefined}
        current={undefined}
      />
    );
  }
  const isCut = text.length > MAX_CHAT_TEXT;
  const shown = isCut ? `${text.slice(0, MAX_CHAT_TEXT).replace(/[\ud800-\udbff\r]$/, '')}…` : text;
  return (
    <>
      <div className={cx(styles.text, isCode && styles.code)}>{visibleText(shown)}</div>
      {isCut && (
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          onClick={() => {
            const blocks = new TextBlocks();
            blocks.append(text);
            setWhole(blocks);
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
