import { css } from '@emotion/css';
import type { GrafanaTheme2, IconName } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Icon, useStyles2 } from '@grafana/ui';
import React, { memo } from 'react';
import type { TraceStatus } from '../frames/traceFields';
import { visuallyHidden } from './visuallyHidden';

const ICONS: Record<TraceStatus, IconName> = {
  success: 'check-circle',
  error: 'exclamation-circle',
  timeout: 'clock-nine',
  unknown: 'question-circle',
};

function statusWord(status: TraceStatus): string {
  switch (status) {
    case 'success':
      return t('status.success', 'Success');
    case 'error':
      return t('status.error', 'Error');
    case 'timeout':
      return t('status.timeout', 'Timeout');
    case 'unknown':
      return t('status.unknown', 'Unknown status');
  }
}

/** Status by shape and colour, and by word for those who see neither. */
export const StatusIcon = memo(function StatusIcon({ status }: { status: TraceStatus }) {
  const styles = useStyles2(getStyles);
  const word = statusWord(status);
  return (
    <span className={styles[status]} title={word}>
      {/* Rows of the table take over elements of others; an icon whose name changes would keep the picture of before. */}
      <Icon key={status} name={ICONS[status]} aria-hidden />
      <span className={visuallyHidden}>{word}</span>
    </span>
  );
});

const getStyles = (theme: GrafanaTheme2) => ({
  success: css({ color: theme.colors.success.text }),
  error: css({ color: theme.colors.error.text }),
  timeout: css({ color: theme.colors.warning.text }),
  unknown: css({ color: theme.colors.text.secondary }),
});
