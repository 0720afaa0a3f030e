import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useId, type ReactNode } from 'react';
import { visibleText } from '../hostile/visibleText';
import { words } from '../words';
import { LargeText } from './payload/LargeText';
import { useSteps } from './useSteps';

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

/** Facts put into the page at a time. */
const FACT_STEP = 200;

/** Characters above which a value gets a scrolling box of its own. */
const LONG_VALUE = 2_000;

/** Facts as a list of terms. Labels and values may come from a payload, in any number and of any length. */
export function Facts({ facts }: { facts: Fact[] }) {
  const styles = useStyles2(getStyles);
  const { shown, more } = useSteps(facts, FACT_STEP);
  return (
    <>
      <dl className={styles.facts}>
        {shown.map(({ label, value }, index) => (
          <div key={index} className={value.length > LONG_VALUE ? styles.longFact : styles.fact}>
            <dt className={styles.label}>{shortText(label)}</dt>
            <dd className={styles.value}>
              {value.length > LONG_VALUE ? <LargeText text={value} label={shortText(label)} /> : valueOrUnknown(value)}
            </dd>
          </div>
        ))}
      </dl>
      {more}
    </>
  );
}

function valueOrUnknown(value: string): string {
  return value === '' ? words.unknown : visibleText(value);
}

/** Names from a payload, cut where no honest name is as long. */
export function shortText(text: string): string {
  return visibleText(text.length > LONG_VALUE ? `${text.slice(0, LONG_VALUE)}…` : text);
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
  longFact: css({ minWidth: 0, gridColumn: '1 / -1' }),
  label: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
    overflowWrap: 'anywhere',
  }),
  value: css({ margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', unicodeBidi: 'isolate' }),
});
