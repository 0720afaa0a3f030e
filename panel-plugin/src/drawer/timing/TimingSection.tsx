import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Icon, Tooltip, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import type { TraceDetail } from '../../detail/fetchTrace';
import { formatDuration } from '../../view/formats';
import { Section } from '../Section';
import { exactDuration } from './exactDuration';
import { timingBars, type TimingBar, type TimingProblem } from './timingBars';

/** The phases of the request as bars on one scale, and their exact times on hover, focus and as text. */
export function TimingSection({ trace }: { trace: TraceDetail }) {
  const styles = useStyles2(getStyles);
  const chart = useMemo(() => timingBars(trace.timing, trace.duration_ms), [trace]);
  return (
    <Section title={t('timing.title', 'Timing')}>
      {chart.bars.length === 0 && <p>{t('timing.none', 'No times were recorded for this request.')}</p>}
      <ul className={styles.chart}>
        {chart.bars.map((bar) => (
          <Bar key={bar.phase} bar={bar} scaleMs={chart.scaleMs} />
        ))}
      </ul>
      {chart.problems.map((problem) => (
        <p key={problem.kind} className={styles.problem}>
          <Icon name="exclamation-triangle" aria-hidden /> {problemText(problem)}
        </p>
      ))}
    </Section>
  );
}

function Bar({ bar, scaleMs }: { bar: TimingBar; scaleMs: number }) {
  const styles = useStyles2(getStyles);
  const label = phaseLabel(bar.phase);
  const exact = t('timing.exact', '{{phase}}: {{duration}}, from {{start}} to {{end}}', {
    phase: label,
    duration: exactDuration(bar.durationMs),
    start: exactDuration(bar.startMs),
    end: exactDuration(bar.startMs + bar.durationMs),
  });
  return (
    <li>
      <Tooltip content={exact} placement="top">
        <div className={styles.row} tabIndex={0} role="img" aria-label={exact}>
          <span className={styles.label}>{label}</span>
          <span className={styles.track}>
            <span
              className={cx(styles.bar, styles[bar.phase])}
              style={{
                insetInlineStart: `${(100 * bar.startMs) / scaleMs}%`,
                width: `${(100 * bar.durationMs) / scaleMs}%`,
              }}
            />
          </span>
          <span className={styles.time}>{formatDuration(bar.durationMs)}</span>
        </div>
      </Tooltip>
    </li>
  );
}

function phaseLabel(phase: TimingBar['phase']): string {
  switch (phase) {
    case 'queue':
      return t('timing.queue', 'Queue');
    case 'network':
      return t('timing.network', 'Network');
    case 'ttft':
      return t('timing.ttft', 'Time to first token');
    case 'generation':
      return t('timing.generation', 'Generation');
    case 'rest':
      return t('timing.rest', 'Not accounted for');
    case 'total':
      return t('timing.total', 'Total');
  }
}

function problemText(problem: TimingProblem): string {
  switch (problem.kind) {
    case 'invalid':
      return t('timing.invalid', 'Not shown, because what was reported is no time: {{phases}}.', {
        phases: problem.phases.map(phaseLabel).join(', '),
      });
    case 'too-long':
      return t(
        'timing.too-long',
        'The reported times contradict each other: the phases end after {{sum}}, the request took {{total}}.',
        { sum: exactDuration(problem.sumMs), total: exactDuration(problem.totalMs) }
      );
    case 'no-total':
      return t('timing.no-total', 'How long the whole request took was not reported.');
  }
}

const getStyles = (theme: GrafanaTheme2) => {
  const color = (name: string) => theme.visualization.getColorByName(name);
  return {
    chart: css({ listStyle: 'none', margin: 0 }),
    row: css({
      display: 'grid',
      gridTemplateColumns: `minmax(${theme.spacing(10)}, ${theme.spacing(18)}) 1fr ${theme.spacing(9)}`,
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(0.25, 0),
      borderRadius: theme.shape.radius.default,
      '&:hover': { background: theme.colors.action.hover },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}` },
    }),
    label: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
    track: css({ position: 'relative', height: theme.spacing(1.5), background: theme.colors.background.secondary }),
    bar: css({
      position: 'absolute',
      insetBlock: 0,
      // Phases far shorter than the whole still leave a mark.
      minWidth: 2,
      borderRadius: theme.shape.radius.default,
    }),
    time: css({ textAlign: 'end', fontVariantNumeric: 'tabular-nums', fontSize: theme.typography.bodySmall.fontSize }),
    problem: css({ margin: theme.spacing(1, 0, 0), color: theme.colors.warning.text }),
    queue: css({ background: color('orange') }),
    network: css({ background: color('purple') }),
    ttft: css({ background: color('blue') }),
    generation: css({ background: color('green') }),
    rest: css({
      background: `repeating-linear-gradient(45deg, ${theme.colors.text.disabled} 0 2px, transparent 2px 6px)`,
    }),
    total: css({ background: theme.colors.text.secondary }),
  };
};
