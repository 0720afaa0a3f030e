import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatCount } from '../../../view/formats';
import type { Chat } from './chatModel';
import { MessageView } from './MessageView';
import { useStretch } from './search/useStretch';

/** Messages put into the page at a time. */
const MESSAGE_STEP = 50;

/** The messages of a payload, one after the other. */
export function ChatView({ chat, label }: { chat: Chat; label: string }) {
  const styles = useStyles2(getStyles);
  const { shown, before, after, showEarlier, showMore } = useStretch(chat.messages, MESSAGE_STEP);
  const form = chat.isStream
    ? t('chat.form-streamed', '{{shape}}, put together from the parts of a stream', { shape: chat.shape })
    : chat.shape;
  return (
    <div className={styles.box} tabIndex={0} role="region" aria-label={label}>
      <p className={styles.form}>
        {t('chat.messages', '', {
          count: chat.messages.length,
          form,
          defaultValue_one: '{{count}} message · {{form}}',
          defaultValue_other: '{{count}} messages · {{form}}',
        })}
      </p>
      {before > 0 && (
        <Button className={styles.earlier} size="sm" variant="secondary" onClick={showEarlier}>
          {t('chat.earlier-messages', 'Show earlier messages ({{left}} left)', { left: formatCount(before) })}
        </Button>
      )}
      <ol className={styles.messages}>
        {shown.map((message, index) => (
          <MessageView key={before + index} message={message} />
        ))}
      </ol>
      {after > 0 && (
        <Button size="sm" variant="secondary" onClick={showMore}>
          {t('chat.more-messages', 'Show more messages ({{left}} left)', { left: formatCount(after) })}
        </Button>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ maxHeight: theme.spacing(80), overflow: 'auto', resize: 'vertical', contain: 'layout paint' }),
  form: css({
    margin: theme.spacing(0, 0, 1),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  earlier: css({ marginBottom: theme.spacing(1) }),
  messages: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    margin: theme.spacing(0, 0, 1),
    padding: 0,
    listStyle: 'none',
  }),
});
