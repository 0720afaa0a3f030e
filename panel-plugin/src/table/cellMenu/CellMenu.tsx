import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { TimeZone } from '@grafana/schema';
import { ContextMenu, Menu, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { TraceRow } from '../../frames/TracePage';
import { cutText } from '../../hostile/cutText';
import { cellText } from '../cells/cellText';
import { columnLabel } from '../columns/columnLabel';
import type { TraceColumnId } from '../columns/columnLayout';
import { cellFilters } from './cellFilters';

/** Characters of the value that the menu is headed with. */
const MAX_VALUE = 60;

interface Props {
  row: TraceRow;
  id: TraceColumnId;
  timeZone: TimeZone;
  /** Pixels in the window. */
  x: number;
  y: number;
  onFilter: (condition: string) => void;
  onCopy: () => void;
  onClose: () => void;
}

/** What one can do with the value of a cell. */
export default function CellMenu({ row, id, timeZone, x, y, onFilter, onCopy, onClose }: Props) {
  const styles = useStyles2(getStyles);
  const value = cutText(cellText(row, id, timeZone), MAX_VALUE);
  return (
    <ContextMenu
      x={x}
      y={y}
      onClose={onClose}
      renderHeader={() => (
        <div className={styles.head}>
          {columnLabel(id)}: <bdi>{value === '' ? t('filters.value.empty', '(empty)') : value}</bdi>
        </div>
      )}
      renderMenuItems={() => (
        <>
          {cellFilters(row, id).map(({ label, icon, condition }) => (
            <Menu.Item
              key={condition}
              label={label}
              icon={icon}
              onClick={() => {
                onFilter(condition);
              }}
            />
          ))}
          <Menu.Item label={t('cell-menu.copy', 'Copy value')} icon="copy" onClick={onCopy} />
        </>
      )}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  head: css({
    maxWidth: theme.spacing(40),
    padding: theme.spacing(1, 2, 0.5),
    overflowWrap: 'anywhere',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
