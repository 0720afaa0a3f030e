import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { Density } from '../options/options';

/** Pixels, as the virtual list needs them. */
export const ROW_HEIGHTS: Record<Density, number> = { comfortable: 36, compact: 28 };

/** Pixels. */
export const HEADER_HEIGHT = 36;

export const getTableStyles = (theme: GrafanaTheme2) => ({
  grid: css({
    position: 'relative',
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  header: css({
    position: 'sticky',
    top: 0,
    zIndex: 1,
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.medium}`,
  }),
  headerRow: css({ display: 'grid', alignItems: 'center' }),
  headerCell: css({
    padding: theme.spacing(0, 1),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: theme.typography.fontWeightMedium,
    color: theme.colors.text.secondary,
  }),
  body: css({ position: 'relative' }),
  row: css({
    position: 'absolute',
    top: 0,
    left: 0,
    width: '100%',
    display: 'grid',
    alignItems: 'center',
    cursor: 'pointer',
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    '&:hover': { background: theme.colors.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
    '&[aria-selected="true"]': { background: theme.colors.action.selected },
  }),
  cell: css({
    padding: theme.spacing(0, 1),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    unicodeBidi: 'isolate',
  }),
  number: css({ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }),
});
