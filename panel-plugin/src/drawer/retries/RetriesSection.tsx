import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import type { TraceDetail } from '../../detail/fetchTrace';
import { formatCount, formatDuration } from '../../view/formats';
import { Facts, shortText } from '../Facts';
import { Section } from '../Section';
import { fact, known } from '../fact';
import { useSteps } from '../useSteps';
import { attemptsOf, type Attempt } from './attempts';

/** Tries put into the page at a time. */
const ATTEMPT_STEP = 50;

/** How often it was tried again, how long was waited between, and what became of it. */
export function RetriesSection({ trace }: { trace: TraceDetail }) {
  const styles = useStyles2(getStyles);
  const attempts = useMemo(() => attemptsOf(trace), [trace]);
  const { shown, more } = useSteps(attempts, ATTEMPT_STEP);
  if (!trace.retries && attempts.length === 0) {
    return null;
  }
  return (
    <Section title={t('retries.title', 'Retries')}>
      {trace.retries && (
        <Facts
          facts={[
            fact(t('retries.count', 'Count'), formatCount(trace.retries.count)),
            ...known([
              fact(t('retries.backoff', 'Back-off'), trace.retries.backoff),
              fact(t('retries.outcome', 'Outcome'), trace.retries.outcome),
            ]),
          ]}
        />
      )}
      {attempts.length > 0 && (
        <ol className={styles.attempts}>
          {shown.map((attempt, index) => (
            <li key={index}>{attemptText(attempt)}</li>
          ))}
        </ol>
      )}
      {more}
    </Section>
  );
}

function attemptText(attempt: Attempt): string {
  const parts = [
    t('retries.attempt', 'Try {{number}}', { number: attempt.number }),
    attempt.afterMs === null ? '' : t('retries.after', 'after {{time}}', { time: formatDuration(attempt.afterMs) }),
    attempt.waitMs === null ? '' : t('retries.waited', 'waited {{time}}', { time: formatDuration(attempt.waitMs) }),
    shortText(attempt.reason === '' ? attempt.name : attempt.reason),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

const getStyles = (theme: GrafanaTheme2) => ({
  attempts: css({ listStyle: 'none', margin: theme.spacing(1, 0, 0), overflowWrap: 'anywhere' }),
});
