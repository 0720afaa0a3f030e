import { css, cx, keyframes } from '@emotion/css';
import type { GrafanaTheme2, PanelData } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import { visibleText } from '../hostile/visibleText';
import { tracesTarget } from '../selection/tracesTarget';
import { visuallyHidden } from '../view/visuallyHidden';
import type { LiveState } from './liveState';
import type { Live } from './useLive';
import { whyNotLive } from './whyNotLive';

interface Props {
  panelData: PanelData;
  live: Live;
  /** Whether the viewer turned it on. */
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** Turns following new traces on and off, pauses it, and says how it stands. */
export function LiveControl({ panelData, live, isOn, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const { state } = live;
  const isFollowing = state.kind !== 'off';
  const whyNot = isFollowing ? undefined : whyNotLive(tracesTarget(panelData), panelData.timeRange);
  const isByQuery = isFollowing && !isOn;
  const trouble = 'trouble' in state ? visibleText(state.trouble) : undefined;
  return (
    <div className={styles.group}>
      <Button
        variant={isFollowing ? 'primary' : 'secondary'}
        fill="outline"
        aria-pressed={isFollowing}
        // What is on can always be turned off, unless the query itself is live.
        disabled={isByQuery || whyNot !== undefined}
        tooltip={trouble ?? whyNot ?? tooltipOf(isByQuery)}
        onClick={() => {
          onChange(!isOn);
        }}
      >
        <span aria-hidden className={cx(styles.dot, styles[dotOf(live)])} />
        {labelOf(state)}
      </Button>
      {isFollowing && <Pause live={live} />}
      <span role="status" className={visuallyHidden}>
        {trouble}
      </span>
    </div>
  );
}

/** The button that keeps the rows, and how many have come. */
function Pause({ live: { state, isPaused, arrived, pause, goOn } }: { live: Live }) {
  const styles = useStyles2(getStyles);
  const label = isPaused ? t('live.go-on', 'Show new traces again') : t('live.pause', 'Pause: keep these rows');
  return (
    <>
      {state.kind !== 'refused' && (
        <Button
          variant="secondary"
          fill="outline"
          icon={isPaused ? 'play' : 'pause'}
          aria-label={label}
          tooltip={label}
          onClick={isPaused ? goOn : pause}
        />
      )}
      {arrived > 0 && <span className={styles.count}>{isPaused ? waitingWords(arrived) : arrivedWords(arrived)}</span>}
    </>
  );
}

function tooltipOf(isByQuery: boolean): string {
  return isByQuery
    ? t('live.by-query', 'The query of this panel is live. It can be changed in the query editor.')
    : t('live.help', 'Show new traces at the top as they come');
}

function labelOf(state: LiveState): string {
  switch (state.kind) {
    case 'interrupted':
      return t('live.interrupted', 'Live is interrupted');
    case 'refused':
      return t('live.refused', 'Live is off');
    default:
      return t('live.label', 'Live');
  }
}

function arrivedWords(count: number): string {
  return t('live.arrived', '', { count, defaultValue_one: '{{count}} new', defaultValue_other: '{{count}} new' });
}

function waitingWords(count: number): string {
  return t('live.waiting', '', {
    count,
    defaultValue_one: '{{count}} new is waiting',
    defaultValue_other: '{{count}} new are waiting',
  });
}

type Dot = 'off' | 'waiting' | 'on' | 'trouble';

function dotOf({ state, isPaused }: Live): Dot {
  switch (state.kind) {
    case 'following':
      return isPaused ? 'waiting' : 'on';
    case 'starting':
      return 'waiting';
    case 'interrupted':
    case 'refused':
      return 'trouble';
    case 'off':
      return 'off';
  }
}

const breathe = keyframes({ '0%, 100%': { opacity: 1 }, '50%': { opacity: 0.4 } });

const getStyles = (theme: GrafanaTheme2) => ({
  group: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) }),
  dot: css({
    display: 'inline-block',
    width: 8,
    height: 8,
    marginRight: theme.spacing(1),
    borderRadius: theme.shape.radius.circle,
  }),
  off: css({ background: theme.colors.text.disabled }),
  waiting: css({ background: theme.colors.info.main }),
  on: css({
    background: theme.colors.success.main,
    '@media (prefers-reduced-motion: no-preference)': { animation: `${breathe} 2s ease-in-out infinite` },
  }),
  trouble: css({ background: theme.colors.warning.main }),
  count: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  }),
});
