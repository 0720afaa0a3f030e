import { css, keyframes } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { visuallyHidden } from '../view/visuallyHidden';

/** Enough to fill any screen; what does not fit is cut off. */
const ROWS = 40;

/** The place of a table that is still to come: nothing jumps when it does. */
export function TableSkeleton({ label }: { label: string }) {
  const styles = useStyles2(getStyles);
  return (
    <div role="status" className={styles.skeleton}>
      <span className={visuallyHidden}>{label}</span>
      {Array.from({ length: ROWS }, (_, index) => (
        <div key={index} aria-hidden className={styles.row}>
          <div className={styles.bar} />
        </div>
      ))}
    </div>
  );
}

const pulse = keyframes({ '50%': { opacity: 0.4 } });

const getStyles = (theme: GrafanaTheme2) => ({
  skeleton: css({ flex: 1, minHeight: 0, overflow: 'hidden' }),
  row: css({
    display: 'flex',
    alignItems: 'center',
    height: theme.spacing(4.5),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    padding: theme.spacing(0, 1),
  }),
  bar: css({
    width: '100%',
    height: theme.spacing(1.5),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    '@media (prefers-reduced-motion: no-preference)': { animation: `${pulse} 1.6s ease-in-out infinite` },
  }),
});
