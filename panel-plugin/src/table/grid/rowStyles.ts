import { css, keyframes } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { COLUMNS_VARIABLE } from './sizes';

const appear = keyframes({ from: { opacity: 0 }, to: { opacity: 1 } });

export const getRowStyles = (theme: GrafanaTheme2) => ({
  row: css({
    position: 'absolute',
    top: 0,
    left: 0,
    width: '100%',
    display: 'grid',
    gridTemplateColumns: `var(${COLUMNS_VARIABLE})`,
    alignItems: 'center',
    cursor: 'pointer',
    contain: 'strict',
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    '&:hover': { background: theme.colors.emphasize(theme.colors.background.primary, 0.03) },
    '&[aria-selected="true"]': {
      background: theme.colors.emphasize(theme.colors.background.primary, 0.08),
      boxShadow: `inset 3px 0 0 ${theme.colors.primary.main}`,
    },
    '&:focus-within': { background: theme.colors.emphasize(theme.colors.background.primary, 0.05) },
  }),
  fresh: css({
    '@media (prefers-reduced-motion: no-preference)': { animation: `${appear} 600ms ease-out` },
  }),
  cell: css({
    position: 'relative',
    // Grafana lets every element inherit this, so that the style of each cell would be made anew whenever its row moves.
    boxSizing: 'border-box',
    padding: theme.spacing(0, 1),
    height: '100%',
    display: 'block',
    alignContent: 'center',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    unicodeBidi: 'isolate',
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
  }),
  number: css({ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }),
  long: css({
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
    height: 'auto',
    maxHeight: '100%',
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
    lineHeight: 1.4,
  }),
});
