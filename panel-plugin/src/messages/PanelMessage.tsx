import { css } from '@emotion/css';
import type { GrafanaTheme2, IconName } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { visibleText } from '../hostile/visibleText';

interface Props {
  title: string;
  help?: string;
  icon: IconName;
  /** `alert` is read out at once, `status` when the reader pauses. */
  role: 'alert' | 'status';
  /** Buttons for what can be done about it. */
  children?: ReactNode;
}

/** What the panel says instead of a table. */
export function PanelMessage({ title, help, icon, role, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div role={role} className={styles.message} tabIndex={-1}>
      <Icon name={icon} size="xl" aria-hidden />
      <div className={styles.title}>{visibleText(title)}</div>
      {help !== undefined && <div className={styles.help}>{visibleText(help)}</div>}
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  message: css({
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(2),
    textAlign: 'center',
    color: theme.colors.text.secondary,
  }),
  title: css({ color: theme.colors.text.primary, fontSize: theme.typography.h5.fontSize, overflowWrap: 'anywhere' }),
  actions: css({ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: theme.spacing(1) }),
  help: css({ maxWidth: theme.spacing(72), overflowWrap: 'anywhere' }),
});
