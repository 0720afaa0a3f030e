import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useId, type ReactNode } from 'react';
import { visibleText } from '../../hostile/visibleText';
import { words } from '../../words';

interface SectionProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A named part of the drawer. */
export function Section({ title, actions, children }: SectionProps) {
  const styles = useStyles2(getStyles);
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles.section}>
      <div className={styles.heading}>
        <h4 id={titleId} className={styles.title}>
          {title}
        </h4>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** A label and its value as text. An empty value is shown as not known. */
export interface Fact {
  label: string;
  value: string;
}

/** Facts as a list of terms. Labels and values may come from a payload. */
export function Facts({ facts }: { facts: Fact[] }) {
  const styles = useStyles2(getStyles);
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }, index) => (
        <div key={index} className={styles.fact}>
          <dt className={styles.label}>{visibleText(label)}</dt>
          <dd className={styles.value}>{value === '' ? words.unknown : visibleText(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ marginBottom: theme.spacing(3) }),
  heading: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
  }),
  title: css({ margin: 0, fontSize: theme.typography.h5.fontSize }),
  facts: css({
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fill, minmax(${theme.spacing(26)}, 1fr))`,
    gap: theme.spacing(1, 2),
    margin: 0,
  }),
  fact: css({ minWidth: 0 }),
  label: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
    overflowWrap: 'anywhere',
  }),
  value: css({ margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', unicodeBidi: 'isolate' }),
});
