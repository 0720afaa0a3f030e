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

/** Pixels. */
const MAX_WIDTH = 320;
const WINDOW_EDGE = 16;

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
      x={placeOf(x)}
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

/** Grafana opens menus at the other side of the pointer where there is no room; on a phone there is none on either. */
function placeOf(x: number): number {
  return window.innerWidth < 2 * MAX_WIDTH ? Math.min(x, WINDOW_EDGE) : x;
}

const getStyles = (theme: GrafanaTheme2) => ({
  head: css({
    maxWidth: `min(${MAX_WIDTH}px, calc(100vw - ${4 * WINDOW_EDGE}px))`,
    padding: theme.spacing(1, 2, 0.5),
    overflowWrap: 'anywhere',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
