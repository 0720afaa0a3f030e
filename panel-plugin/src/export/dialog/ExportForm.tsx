import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, Button, RadioButtonList, useStyles2 } from '@grafana/ui';
import React, { useEffect, useId, useMemo, useState } from 'react';
import { errorStatus, errorWords } from '../../errors/errorWords';
import type { PanelSource } from '../../source/panelSource';
import type { ExportRequest } from '../job/exportCalls';
import { newJob, type ExportFormat } from '../job/exportJob';
import { exportJobs } from '../job/exportJobs';
import { newExportId } from '../job/newExportId';
import { runExport } from '../job/runExport';
import type { SelectedTraces } from '../../selection/selectedTraces';
import { bestSink, chooseSink } from '../sink/chooseSink';
import { NotPicked } from '../sink/pickedFile';
import { freeBytes } from '../sink/temporaryFile';
import { ExportSummary } from './ExportSummary';
import { formatOptions } from './formats';
import { sinkWords } from './sinkWords';
import { usePlan, type Planned } from './usePlan';

interface Props {
  /** Whose exports these are. */
  owner: string;
  source: PanelSource;
  selected: SelectedTraces;
  timeZone: string;
}

/** Choose a format, read what it will be, start. */
export function ExportForm({ owner, source, selected, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [problem, setProblem] = useState<unknown>();
  const request = useMemo<ExportRequest>(
    () => ({ query: { ...selected.query }, from: selected.from, to: selected.to, format }),
    [selected, format]
  );
  const planned = usePlan(source, request);
  const sink = bestSink();
  const free = useFreeBytes(sink === 'temporary');
  const fileName = planned.plan?.fileName ?? unnamed(format);
  const hintId = useId();
  const start = async () => {
    try {
      setProblem(undefined);
      const file = await chooseSink(fileName);
      const exportId = newExportId();
      const work = runExport({ source, request: { ...request, exportId, format }, fileName, sink: file });
      exportJobs.start(owner, newJob(exportId, fileName, format, Date.now()), work);
    } catch (error) {
      if (!(error instanceof NotPicked)) {
        setProblem(error);
      }
    }
  };
  return (
    <div className={styles.form}>
      <fieldset>
        <legend className={styles.legend}>{t('export.format', 'Format')}</legend>
        <RadioButtonList
          name="modeltrace-export-format"
          options={formatOptions()}
          value={format}
          onChange={setFormat}
        />
      </fieldset>
      <ExportSummary selected={selected} planned={planned} timeZone={timeZone} />
      {problem !== undefined && (
        <Alert
          severity="error"
          title={t('export.not-begun', 'The export could not begin. {{reason}}', {
            reason: errorWords(problem),
            interpolation: { escapeValue: false },
          })}
        />
      )}
      <div className={styles.start}>
        <Button
          icon="download-alt"
          // Who is refused, is refused: everything else that goes wrong while counting need not go wrong again.
          disabled={isCounting(planned) || errorStatus(planned.error) === 403 || planned.plan?.rows === 0}
          aria-describedby={hintId}
          onClick={() => void start()}
        >
          {t('export.start', 'Start export')}
        </Button>
        <span id={hintId} className={styles.hint}>
          {sinkWords(sink, free)}
        </span>
      </div>
    </div>
  );
}

/** The trace server names files; without its answer there is only what kind of file it is. */
function unnamed(format: ExportFormat): string {
  return `export.${format === 'finetuning-jsonl' ? 'jsonl' : format}`;
}

/** A moment, after which the name of the file is known. */
function isCounting({ plan, error }: Planned): boolean {
  return plan === undefined && error === undefined;
}

function useFreeBytes(isAsked: boolean): number | undefined {
  const [free, setFree] = useState<number>();
  useEffect(() => {
    if (isAsked) {
      void freeBytes().then(setFree);
    }
  }, [isAsked]);
  return free;
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2) }),
  legend: css({ fontSize: theme.typography.h5.fontSize, marginBottom: theme.spacing(1) }),
  start: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1.5) }),
  hint: css({
    flex: '1 1 240px',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
