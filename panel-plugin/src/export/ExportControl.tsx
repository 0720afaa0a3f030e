import { css } from '@emotion/css';
import type { GrafanaTheme2, PanelData } from '@grafana/data';
import { t } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import { Icon, Button, useStyles2 } from '@grafana/ui';
import React, { lazy, Suspense, useState } from 'react';
import type { PanelSource } from '../source/panelSource';
import { visibleText } from '../hostile/visibleText';
import { hasEnded, progressOf, type ExportJob } from './job/exportJob';
import { jobWords } from './job/jobWords';
import { selectedTraces } from '../selection/selectedTraces';
import { squareWhereNarrow, wordsWhereWide } from '../view/narrow';
import { useExportJobs } from './useExportJobs';

/** Loaded when it is first opened. */
const ExportDialog = lazy(() => import('./dialog/ExportDialog'));

interface Props {
  panelId: number;
  panelData: PanelData;
  /** The model that the viewer chose, see ViewState. */
  model: string;
  source: PanelSource | null | undefined;
  timeZone: string;
}

/** The button of the dialog, which also says how the exports under way stand. */
export function ExportControl({ panelId, panelData, model, source, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const { dashboardUID, app } = panelData.request ?? {};
  const owner = `${dashboardUID ?? app ?? ''}#${panelId.toString()}`;
  const [isOpen, setOpen] = useState(false);
  const jobs = useExportJobs(owner);
  // Public dashboards have no way to a data source's resources.
  if (!source || config.publicDashboardAccessToken) {
    return null;
  }
  const words = buttonWords(jobs);
  return (
    <>
      <Button
        icon="download-alt"
        variant="secondary"
        fill="outline"
        className={styles.button}
        aria-haspopup="dialog"
        tooltip={tooltipOf(jobs)}
        onClick={() => {
          setOpen(true);
        }}
      >
        <span className={wordsWhereWide}>{t('export.open', 'Export')}</span>
        {words !== '' && <span className={styles.words}>{words}</span>}
        {jobs.some((job) => job.state === 'failed') && (
          <Icon
            name="exclamation-triangle"
            className={styles.failed}
            title={t('export.one-failed', 'An export failed')}
          />
        )}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ExportDialog
            owner={owner}
            source={source}
            selected={selectedTraces(panelData, model)}
            timeZone={timeZone}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

/** `12 %`, or of several exports how many there are. */
function buttonWords(jobs: readonly ExportJob[]): string {
  const running = jobs.filter((job) => !hasEnded(job));
  const [first] = running;
  if (!first) {
    return '';
  }
  if (running.length > 1) {
    return t('export.several-running', '', {
      count: running.length,
      defaultValue_one: '{{count}} under way',
      defaultValue_other: '{{count}} under way',
    });
  }
  const progress = progressOf(first);
  return progress === undefined
    ? t('export.one-running', 'under way')
    : progress.toLocaleString('en-US', { style: 'percent' });
}

function tooltipOf(jobs: readonly ExportJob[]): string {
  const lines = jobs.map((job) => `${job.fileName}: ${jobWords(job)}`);
  return lines.length > 0 ? visibleText(lines.join('\n')) : t('export.help', 'Save all traces that match as a file');
}

const getStyles = (theme: GrafanaTheme2) => ({
  button: squareWhereNarrow(theme),
  words: css({ marginLeft: theme.spacing(1), fontVariantNumeric: 'tabular-nums' }),
  failed: css({ marginLeft: theme.spacing(1), color: theme.colors.error.text }),
});
