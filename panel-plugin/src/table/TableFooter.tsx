import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { TimeZone } from '@grafana/schema';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import { errorWords } from '../errors/errorWords';
import type { LoadedTraces } from '../paging/TracePager';
import { footerText } from './footerText';

interface Props {
  loaded: LoadedTraces;
  timeZone: TimeZone;
  /** Asks again after a failure, and goes on with a search that stopped. */
  onGoOn: () => void;
}

/** How much is loaded, what became of the next page, and how far a search has come. */
export function TableFooter({ loaded, timeZone, onGoOn }: Props) {
  const styles = useStyles2(getStyles);
  const { paging, error } = loaded;
  return (
    <div className={styles.footer}>
      <span role="status">{footerText(loaded, timeZone, paging === 'failed' ? errorWords(error) : '')}</span>
      {paging === 'failed' && (
        <Button size="sm" fill="text" onClick={onGoOn}>
          {t('table.retry', 'Try again')}
        </Button>
      )}
      {paging === 'stopped' && (
        <Button size="sm" fill="text" onClick={onGoOn}>
          {t('table.go-on', 'Go on')}
        </Button>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  footer: css({
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 1),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    borderTop: `1px solid ${theme.colors.border.weak}`,
  }),
});
