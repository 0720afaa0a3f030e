import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { TraceDetail } from '../../detail/fetchTrace';

interface Props {
  trace: TraceDetail;
  /** Puts another trace beside this one; undefined where that cannot be had. */
  onCompare: ((trace: TraceDetail) => void) | undefined;
}

/** What can be done with the trace that is shown. */
export function HeaderActions({ trace, onCompare }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.actions}>
      {onCompare && (
        <Button
          size="sm"
          variant="secondary"
          icon="exchange-alt"
          onClick={() => {
            onCompare(trace);
          }}
        >
          {t('drawer.compare', 'Compare')}
        </Button>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  actions: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
