import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Icon, useStyles2 } from '@grafana/ui';
import React from 'react';

/** Why rows of another data source have no toolbar and no numbers. */
export function ReadOnlyNote() {
  const styles = useStyles2(getStyles);
  return (
    <p role="note" className={styles.note}>
      <Icon name="info-circle" size="sm" aria-hidden />{' '}
      {t(
        'states.read-only',
        'These rows are shown as they are. Search, filters, numbers and export need one query of the type "Traces" of a Modeltrace data source.'
      )}
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  note: css({
    flexShrink: 0,
    margin: theme.spacing(0, 0, 0.5),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
