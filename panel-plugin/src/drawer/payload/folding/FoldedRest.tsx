import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

interface Props {
  /** How much is hidden. */
  members: string;
  closing: string;
  unfold: () => void;
}

/** What stands in a row for what its folding hides. Left out of the Tab key's way: the button before it does the same. */
export function FoldedRest({ members, closing, unfold }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <>
      <button type="button" tabIndex={-1} className={styles.members} onClick={unfold}>
        {members}
      </button>
      <span>{closing}</span>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  members: css({
    margin: theme.spacing(0, 0.5),
    padding: theme.spacing(0, 0.5),
    border: 'none',
    borderRadius: theme.shape.radius.default,
    font: 'inherit',
    lineHeight: 'inherit',
    color: theme.colors.text.secondary,
    background: theme.colors.background.secondary,
    cursor: 'pointer',
    '&:hover': { color: theme.colors.text.primary },
  }),
});
