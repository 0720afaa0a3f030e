import { css } from '@emotion/css';
import { dateTimeFormatTimeAgo, type GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { TimeZone } from '@grafana/schema';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import type { TraceDetail } from '../../detail/fetchTrace';
import { formatCost, formatDuration, formatTime } from '../../view/formats';
import { StatusIcon } from '../../view/StatusIcon';
import { visuallyHidden } from '../../view/visuallyHidden';
import { startTimeMs } from '../metadata/metadataFacts';

interface Props {
  trace: TraceDetail | undefined;
  isLoading: boolean;
  timeZone: TimeZone;
}

/** Status, duration, cost and time of the trace in one line. */
export function Headline({ trace, isLoading, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  if (!trace) {
    return <div className={styles.line}>{isLoading && t('drawer.loading', 'Loading the trace…')}</div>;
  }
  return (
    <div className={styles.line}>
      <span className={styles.status}>
        <StatusIcon status={trace.status} />
        <span aria-hidden>{statusText(trace.status)}</span>
      </span>
      <Item label={t('drawer.duration', 'Duration')}>
        {trace.duration_ms === null
          ? t('drawer.duration-unknown', 'Duration unknown')
          : formatDuration(trace.duration_ms)}
      </Item>
      <Item label={t('drawer.cost', 'Cost')}>
        {trace.cost_usd === null ? t('drawer.cost-unknown', 'Cost unknown') : formatCost(trace.cost_usd)}
      </Item>
      <StartTime timeMs={startTimeMs(trace)} timeZone={timeZone} />
    </div>
  );
}

function StartTime({ timeMs, timeZone }: { timeMs: number | null; timeZone: TimeZone }) {
  return (
    <Item label={t('drawer.executed-on', 'Executed on')}>
      {timeMs === null
        ? t('drawer.time-unknown', 'Time unknown')
        : `${dateTimeFormatTimeAgo(timeMs, { timeZone })}, ${formatTime(timeMs, timeZone, 'millisecond')}`}
    </Item>
  );
}

function statusText(status: TraceDetail['status']): string {
  switch (status) {
    case 'success':
      return t('drawer.status-success', 'Success');
    case 'error':
      return t('drawer.status-error', 'Error');
    case 'timeout':
      return t('drawer.status-timeout', 'Timeout');
  }
}

function Item({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span title={label}>
      <span className={visuallyHidden}>{`${label}: `}</span>
      {children}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1.5),
    color: theme.colors.text.secondary,
  }),
  status: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: theme.colors.text.primary,
    fontWeight: theme.typography.fontWeightMedium,
  }),
});
