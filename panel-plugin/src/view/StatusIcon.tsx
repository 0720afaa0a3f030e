import { css } from '@emotion/css';
import type { GrafanaTheme2, IconName } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { TraceStatus } from '../frames/traceFields';
import { words } from '../words';
import { visuallyHidden } from './visuallyHidden';

const ICONS: Record<TraceStatus, IconName> = {
  success: 'check-circle',
  error: 'exclamation-circle',
  timeout: 'clock-nine',
  unknown: 'question-circle',
};

/** Status by shape and colour, and by word for those who see neither. */
export function StatusIcon({ status }: { status: TraceStatus }) {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles[status]} title={words.status[status]}>
      <Icon name={ICONS[status]} aria-hidden />
      <span className={visuallyHidden}>{words.status[status]}</span>
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  success: css({ color: theme.colors.success.text }),
  error: css({ color: theme.colors.error.text }),
  timeout: css({ color: theme.colors.warning.text }),
  unknown: css({ color: theme.colors.text.secondary }),
});
