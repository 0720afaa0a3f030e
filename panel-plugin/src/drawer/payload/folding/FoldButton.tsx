import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef } from 'react';
import type { FoldFocus } from './useFoldFocus';

/** Width of the column that the buttons are in. */
export const FOLD_GUTTER_PX = 20;

interface Props {
  part: number;
  /** What is folded, and how large it is. */
  name: string;
  isFolded: boolean;
  isTabStop: boolean;
  focus: FoldFocus;
  toggle: (part: number) => void;
}

/** Folds or unfolds the object or array that begins in its row. */
export function FoldButton({ part, name, isFolded, isTabStop, focus, toggle }: Props) {
  const styles = useStyles2(getStyles);
  const button = useRef<HTMLButtonElement>(null);
  const isFocused = focus.focused === part;
  useEffect(() => {
    if (isFocused) {
      button.current?.focus({ preventScroll: true });
    }
  }, [isFocused]);
  return (
    <button
      ref={button}
      type="button"
      className={styles.button}
      tabIndex={isTabStop ? 0 : -1}
      aria-expanded={!isFolded}
      aria-label={name}
      onClick={() => {
        toggle(part);
      }}
      onFocus={() => {
        focus.onFocus(part);
      }}
      onBlur={() => {
        focus.onBlur(part);
      }}
      onKeyDown={(event) => {
        focus.onKeyDown(event, part);
      }}
    >
      <span className={cx(styles.arrow, isFolded && styles.folded)} aria-hidden />
    </button>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  button: css({
    position: 'absolute',
    left: -FOLD_GUTTER_PX,
    top: 0,
    width: FOLD_GUTTER_PX,
    height: '100%',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    padding: 0,
    border: 'none',
    background: 'none',
    color: theme.colors.text.secondary,
    cursor: 'pointer',
    userSelect: 'none',
    borderRadius: theme.shape.radius.default,
    '&:hover': { color: theme.colors.text.primary, background: theme.colors.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
  // Drawn by its borders: an icon of its own for each row would take longer than the row.
  arrow: css({
    borderLeft: '4px solid transparent',
    borderRight: '4px solid transparent',
    borderTop: '5px solid currentColor',
  }),
  folded: css({ transform: 'rotate(-90deg)' }),
});
