import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { ChatMessage } from './chatModel';
import { PartList } from './PartView';
import { MarkedText } from './search/MarkedText';
import { cutName } from './shownName';

/** One message: who speaks, what is said, and why it ended. */
export function MessageView({ message }: { message: ChatMessage }) {
  const styles = useStyles2(getStyles);
  const { role, name, parts, finishReason, choice } = message;
  return (
    <li className={styles.message}>
      <div className={styles.heading}>
        <strong>
          {role === '' ? (
            t('chat.no-role', 'message')
          ) : (
            <MarkedText owner={message} field="role" text={cutName(role)} />
          )}
        </strong>
        {name !== '' && (
          <span>
            <MarkedText owner={message} field="name" text={cutName(name)} />
          </span>
        )}
        {choice > 0 && <span>{t('chat.choice', 'answer {{choice}}', { choice })}</span>}
        {finishReason !== '' && (
          <span className={styles.finish}>
            {t('chat.ended', 'ended:')} <MarkedText owner={message} field="finish" text={cutName(finishReason)} />
          </span>
        )}
      </div>
      {parts.length === 0 ? (
        <p className={styles.empty}>{t('chat.empty', 'No content')}</p>
      ) : (
        <PartList parts={parts} />
      )}
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  message: css({
    padding: theme.spacing(1),
    background: theme.colors.background.secondary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  heading: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(0.5),
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
  }),
  finish: css({ marginLeft: 'auto', color: theme.colors.text.secondary }),
  empty: css({ margin: 0, color: theme.colors.text.secondary }),
});
