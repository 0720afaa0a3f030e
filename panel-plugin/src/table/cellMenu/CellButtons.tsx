import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Icon, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { TraceRow } from '../../frames/TracePage';
import { copiedText } from '../cells/cellText';
import { columnLabel } from '../columns/columnLabel';
import type { TraceColumnId } from '../columns/columnLayout';
import { COPY_ATTRIBUTE, MENU_ATTRIBUTE } from '../grid/cellElements';
import { isFilterColumn } from './cellFilters';

interface Props {
  row: TraceRow;
  id: TraceColumnId;
  /** Whether one can filter by cells. */
  canFilter: boolean;
}

/** What one can do with the cell that one looks at. Not in the tab order: the keys F and C do the same. */
export function CellButtons({ row, id, canFilter }: Props) {
  const styles = useStyles2(getStyles);
  const column = columnLabel(id);
  return (
    <span className={styles.buttons}>
      {canFilter && isFilterColumn(id) && (
        <button
          {...{ [MENU_ATTRIBUTE]: '' }}
          type="button"
          tabIndex={-1}
          className={styles.button}
          aria-haspopup="menu"
          aria-label={t('cell-menu.open', 'Filter by this {{column}}', { column })}
        >
          <Icon name="filter" size="sm" aria-hidden />
        </button>
      )}
      {copiedText(row, id) !== '' && (
        <button
          {...{ [COPY_ATTRIBUTE]: '' }}
          type="button"
          tabIndex={-1}
          className={cx(styles.button, styles.copy)}
          aria-label={t('table.copy-cell', 'Copy {{column}}', { column })}
        >
          <Icon name="copy" size="sm" aria-hidden />
        </button>
      )}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  buttons: css({
    position: 'absolute',
    right: theme.spacing(0.25),
    top: '50%',
    transform: 'translateY(-50%)',
    display: 'inline-flex',
    gap: theme.spacing(0.25),
  }),
  button: css({
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: theme.spacing(3),
    height: theme.spacing(3),
    padding: 0,
    color: theme.colors.text.primary,
    background: theme.colors.background.elevated,
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    cursor: 'pointer',
    '&:hover': { background: theme.colors.emphasize(theme.colors.background.elevated, 0.1) },
  }),
  copy: css({ cursor: 'copy' }),
});
