import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React, { useContext, useId, type ReactNode } from 'react';
import { FoldingContext, SectionIdContext } from './sections/SectionContext';

interface SectionProps {
  title: string;
  actions?: ReactNode;
  /** Failures stand out from the rest. */
  tone?: 'plain' | 'error';
  children: ReactNode;
}

/** A named part of the drawer. Where the drawer remembers what is folded, its title folds it. */
export function Section({ title, actions, tone = 'plain', children }: SectionProps) {
  const styles = useStyles2(getStyles);
  const id = useContext(SectionIdContext);
  const folding = useContext(FoldingContext);
  const titleId = useId();
  const bodyId = useId();
  const isFolded = id !== undefined && folding?.folded.has(id) === true;
  return (
    <section aria-labelledby={titleId} className={cx(styles.section, tone === 'error' && styles.error)}>
      <div className={styles.heading}>
        <h4 id={titleId} className={styles.title}>
          {id !== undefined && folding ? (
            <button
              type="button"
              className={styles.fold}
              aria-expanded={!isFolded}
              aria-controls={isFolded ? undefined : bodyId}
              onClick={() => {
                folding.toggle(id);
              }}
            >
              <Icon name={isFolded ? 'angle-right' : 'angle-down'} aria-hidden />
              {title}
            </button>
          ) : (
            title
          )}
        </h4>
        {!isFolded && actions}
      </div>
      {!isFolded && <div id={bodyId}>{children}</div>}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ minWidth: 0, marginBottom: theme.spacing(2) }),
  error: css({
    padding: theme.spacing(1, 1.5),
    background: theme.colors.error.transparent,
    borderInlineStart: `3px solid ${theme.colors.error.border}`,
    borderRadius: theme.shape.radius.default,
  }),
  heading: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 1),
    minHeight: theme.spacing(4),
  }),
  title: css({ margin: 0, fontSize: theme.typography.h5.fontSize }),
  fold: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0.25, 0.5, 0.25, 0),
    background: 'none',
    border: 'none',
    borderRadius: theme.shape.radius.default,
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    '&:hover': { background: theme.colors.action.hover },
  }),
});
