import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import { ClipboardButton, IconButton, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { TraceDetail } from '../detail/fetchTrace';
import { words } from '../words';
import { formatCost, formatDuration, formatTime } from '../view/formats';
import { StatusIcon } from '../view/StatusIcon';
import { startTimeMs } from './traceFacts';

interface Props {
  requestId: string;
  trace: TraceDetail | undefined;
  timeZone: TimeZone;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

/** Below the request id: status, time, duration, cost, and the way to the neighbours. */
export function TraceHeadline({ requestId, trace, timeZone, onPrevious, onNext }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.line}>
      {trace && (
        <>
          <span className={styles.status}>
            <StatusIcon status={trace.status} />
            <span aria-hidden>{words.status[trace.status]}</span>
          </span>
          <span title={words.drawer.executedOn}>{formatTime(startTimeMs(trace), timeZone, 'millisecond')}</span>
          <span title={words.drawer.duration}>
            {trace.duration_ms === null ? words.drawer.durationUnknown : formatDuration(trace.duration_ms)}
          </span>
          <span title={words.drawer.cost}>
            {trace.cost_usd === null ? words.drawer.costUnknown : formatCost(trace.cost_usd)}
          </span>
        </>
      )}
      <ClipboardButton
        size="sm"
        fill="text"
        variant="secondary"
        icon="copy"
        aria-label={words.drawer.copyId}
        getText={() => requestId}
      />
      <IconButton name="arrow-up" tooltip={words.drawer.previous} disabled={!onPrevious} onClick={onPrevious} />
      <IconButton name="arrow-down" tooltip={words.drawer.next} disabled={!onNext} onClick={onNext} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1.5) }),
  status: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5) }),
});
