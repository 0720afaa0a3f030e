import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Modal, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import type { PanelSource } from '../../source/panelSource';
import type { SelectedTraces } from '../../selection/selectedTraces';
import { useExportJobs } from '../useExportJobs';
import { ExportForm } from './ExportForm';
import { ExportJobList } from './ExportJobList';

interface Props {
  owner: string;
  source: PanelSource;
  /** What the table shows now; undefined while it has no answer. */
  selected: SelectedTraces | undefined;
  timeZone: string;
  onClose: () => void;
}

/** Everything about exports: the next one, and those that were begun. They go on when it is closed. */
export default function ExportDialog({ owner, source, selected, timeZone, onClose }: Props) {
  const styles = useStyles2(getStyles);
  const jobs = useExportJobs(owner);
  // A table that is refreshed, or is live, must not change what a person is reading.
  const [kept, setKept] = useState(selected);
  if (!kept && selected) {
    setKept(selected);
  }
  const shown = kept ?? selected;
  return (
    <Modal
      isOpen
      title={t('export.title', 'Export traces')}
      className={styles.dialog}
      closeOnEscape
      closeOnBackdropClick
      onDismiss={onClose}
    >
      <div className={styles.content}>
        {jobs.length > 0 && <ExportJobList jobs={jobs} />}
        {shown ? (
          <ExportForm owner={owner} source={source} selected={shown} timeZone={timeZone} />
        ) : (
          <p role="status">{t('export.no-table', 'There is nothing to export until the table has its rows.')}</p>
        )}
      </div>
    </Modal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  dialog: css({ width: 640, maxWidth: `calc(100vw - ${theme.spacing(2)})` }),
  content: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2) }),
});
