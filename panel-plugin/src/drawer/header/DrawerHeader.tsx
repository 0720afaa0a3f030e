import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { TimeZone } from '@grafana/schema';
import { ClipboardButton, IconButton, useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import type { TraceDetail } from '../../detail/fetchTrace';
import { visibleText } from '../../hostile/visibleText';
import type { DrawerSide } from '../frame/drawerLayout';
import { Headline } from './Headline';

interface Props {
  /** Id of the heading, by which the drawer is named. */
  titleId: string;
  requestId: string;
  /** Undefined while it is loaded. */
  trace: TraceDetail | undefined;
  isLoading: boolean;
  timeZone: TimeZone;
  /** Undefined where there is no such trace. */
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
  side: DrawerSide;
  /** Puts the drawer there; undefined where the panel has no room for both. */
  onMove: ((side: DrawerSide) => void) | undefined;
  /** What can be done with the trace. */
  actions: ReactNode;
}

/** Which request this is, how it went, and the ways from it. */
export function DrawerHeader({ titleId, requestId, trace, isLoading, timeZone, actions, ...ways }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <h3 id={titleId} className={styles.title} title={visibleText(requestId)}>
          {visibleText(requestId)}
        </h3>
        <ClipboardButton
          size="sm"
          fill="text"
          variant="secondary"
          icon="copy"
          aria-label={t('drawer.copy-id', 'Copy request ID')}
          getText={() => requestId}
        />
        <Ways {...ways} />
      </div>
      <div className={styles.second}>
        <Headline trace={trace} isLoading={isLoading} timeZone={timeZone} />
        {actions}
      </div>
    </header>
  );
}

type WaysProps = Pick<Props, 'onPrevious' | 'onNext' | 'onClose' | 'side' | 'onMove'>;

function Ways({ onPrevious, onNext, onClose, side, onMove }: WaysProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.ways}>
      <IconButton
        name="arrow-up"
        size="lg"
        tooltip={t('drawer.previous', 'Previous trace (K)')}
        disabled={!onPrevious}
        onClick={onPrevious}
      />
      <IconButton
        name="arrow-down"
        size="lg"
        tooltip={t('drawer.next', 'Next trace (J)')}
        disabled={!onNext}
        onClick={onNext}
      />
      {onMove && (
        <IconButton
          name={side === 'over' ? 'columns' : 'layers-alt'}
          size="lg"
          tooltip={
            side === 'over'
              ? t('drawer.move-beside', 'Show beside the table')
              : t('drawer.move-over', 'Show over the dashboard')
          }
          onClick={() => {
            onMove(side === 'over' ? 'beside' : 'over');
          }}
        />
      )}
      <IconButton name="times" size="xl" tooltip={t('drawer.close', 'Close')} onClick={onClose} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({
    flexShrink: 0,
    padding: theme.spacing(1, 1.5, 1, 2),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  line: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) }),
  title: css({
    margin: 0,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    unicodeBidi: 'isolate',
    fontSize: theme.typography.h4.fontSize,
  }),
  ways: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    marginInlineStart: 'auto',
    flexShrink: 0,
  }),
  second: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 1.5),
    minHeight: theme.spacing(4),
  }),
});
