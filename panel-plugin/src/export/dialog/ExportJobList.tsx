import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Icon, IconButton, useStyles2 } from '@grafana/ui';
import React from 'react';
import { visibleText } from '../../hostile/visibleText';
import { canCancel, hasEnded, progressOf, type ExportJob } from '../job/exportJob';
import { exportJobs } from '../job/exportJobs';
import { jobWords } from '../job/jobWords';

/** The exports that were begun here, and what became of them. */
export function ExportJobList({ jobs }: { jobs: readonly ExportJob[] }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list} aria-label={t('export.list', 'Exports')}>
      {jobs.map((job) => (
        <li key={job.id} className={styles.job}>
          <ExportJobRow job={job} />
        </li>
      ))}
    </ul>
  );
}

function ExportJobRow({ job }: { job: ExportJob }) {
  const styles = useStyles2(getStyles);
  const name = visibleText(job.fileName);
  const words = visibleText(jobWords(job));
  return (
    <>
      <div className={styles.head}>
        <StateIcon job={job} />
        <span className={styles.name}>{name}</span>
        {canCancel(job) && (
          <Button
            size="sm"
            variant="secondary"
            aria-label={t('export.cancel-one', 'Cancel the export {{name}}', {
              name,
              interpolation: { escapeValue: false },
            })}
            onClick={() => {
              exportJobs.cancel(job.id);
            }}
          >
            {t('export.cancel', 'Cancel')}
          </Button>
        )}
        {hasEnded(job) && (
          <IconButton
            name="times"
            aria-label={t('export.forget', 'Remove {{name}} from this list', {
              name,
              interpolation: { escapeValue: false },
            })}
            onClick={() => {
              exportJobs.forget(job.id);
            }}
          />
        )}
      </div>
      {!hasEnded(job) && (
        <progress
          className={styles.progress}
          max={1}
          value={progressOf(job)}
          aria-label={t('export.progress', 'Progress of {{name}}', { name, interpolation: { escapeValue: false } })}
        />
      )}
      {/* Only the end is announced: a number that changes four times a second cannot be listened to. */}
      <div className={styles.words} role={hasEnded(job) ? 'status' : undefined}>
        {words}
      </div>
    </>
  );
}

function StateIcon({ job }: { job: ExportJob }) {
  const styles = useStyles2(getStyles);
  switch (job.state) {
    case 'saved':
      return <Icon name="check-circle" className={styles.saved} />;
    case 'failed':
      return <Icon name="exclamation-triangle" className={styles.failed} />;
    default:
      return <Icon name="file-alt" />;
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  job: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    padding: theme.spacing(1),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  head: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
  name: css({ flex: 1, minWidth: 0, overflowWrap: 'anywhere', fontWeight: theme.typography.fontWeightMedium }),
  // Drawn here: browsers choose the colour of what is still to come by the other one, white in the dark theme, which
  // looks like all of it. Where the amount is not known they draw their own moving bar.
  progress: css({
    width: '100%',
    height: theme.spacing(0.75),
    accentColor: theme.colors.primary.main,
    '&[value]': {
      appearance: 'none',
      border: 0,
      borderRadius: theme.shape.radius.pill,
      background: theme.colors.background.secondary,
      '&::-webkit-progress-bar': {
        borderRadius: theme.shape.radius.pill,
        background: theme.colors.background.secondary,
      },
      '&::-webkit-progress-value': {
        borderRadius: theme.shape.radius.pill,
        background: theme.colors.primary.main,
      },
      '&::-moz-progress-bar': { borderRadius: theme.shape.radius.pill, background: theme.colors.primary.main },
    },
  }),
  words: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  }),
  saved: css({ color: theme.colors.success.text }),
  failed: css({ color: theme.colors.error.text }),
});
