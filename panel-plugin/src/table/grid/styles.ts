import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { COLUMNS_VARIABLE } from './sizes';

export const getTableStyles = (theme: GrafanaTheme2) => ({
  frame: css({ position: 'relative', flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }),
  grid: css({
    position: 'relative',
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    // The table keeps its place itself, by what the rows are.
    overflowAnchor: 'none',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  body: css({ position: 'relative' }),
  newRows: css({
    position: 'absolute',
    top: theme.spacing(5.5),
    left: '50%',
    transform: 'translateX(-50%)',
    zIndex: 2,
    boxShadow: theme.shadows.z2,
  }),
  header: css({
    position: 'sticky',
    top: 0,
    zIndex: 1,
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.medium}`,
  }),
  headerRow: css({ display: 'grid', alignItems: 'stretch', gridTemplateColumns: `var(${COLUMNS_VARIABLE})` }),
  headerCell: css({
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.25),
    padding: theme.spacing(0, 1),
    minWidth: 0,
    fontWeight: theme.typography.fontWeightMedium,
    color: theme.colors.text.secondary,
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
  }),
  headerNumber: css({ justifyContent: 'flex-end' }),
  sortable: css({ cursor: 'pointer', '&:hover': { color: theme.colors.text.primary } }),
  name: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  dropPlace: css({ boxShadow: `inset 2px 0 0 ${theme.colors.primary.main}` }),
  resizer: css({
    position: 'absolute',
    right: 0,
    top: 0,
    bottom: 0,
    width: 8,
    cursor: 'col-resize',
    touchAction: 'none',
    '&::after': {
      content: '""',
      position: 'absolute',
      right: 0,
      top: '25%',
      bottom: '25%',
      borderRight: `1px solid ${theme.colors.border.medium}`,
    },
    '&:hover::after': { top: 0, bottom: 0, borderRight: `2px solid ${theme.colors.primary.main}` },
  }),
});
