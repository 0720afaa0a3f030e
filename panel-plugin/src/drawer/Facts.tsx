import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { ClipboardButton, useStyles2 } from '@grafana/ui';
import React from 'react';
import { visibleText } from '../hostile/visibleText';
import { FilterButtons } from './filter/FilterButtons';
import { LargeText } from './payload/LargeText';
import { isUnknown, UNKNOWN, type Fact } from './fact';
import { useSteps } from './useSteps';

/** Facts put into the page at a time. */
const FACT_STEP = 200;

/** Characters above which a value gets a scrolling box of its own. */
const LONG_VALUE = 2_000;

/** Characters above which a value gets a line of its own. */
const WIDE_VALUE = 60;

/** Facts as a list of terms, each with a button that copies it. Labels and values may come from a payload, in any number and of any length. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const styles = useStyles2(getStyles);
  const { shown, more } = useSteps(facts, FACT_STEP);
  return (
    <>
      <dl className={styles.facts}>
        {shown.map((fact, index) => (
          <FactItem key={index} fact={fact} />
        ))}
      </dl>
      {more}
    </>
  );
}

function FactItem({ fact }: { fact: Fact }) {
  const styles = useStyles2(getStyles);
  const label = shortText(fact.label);
  if (fact.value.length > LONG_VALUE) {
    return (
      <div className={styles.longFact}>
        <dt className={styles.label}>{label}</dt>
        <dd className={styles.value}>
          <LargeText text={fact.value} label={label} />
        </dd>
      </div>
    );
  }
  const isWide = fact.value.length > WIDE_VALUE || fact.value.includes('\n');
  return (
    <div className={cx(styles.fact, isWide && styles.wideFact)}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        <FactValue fact={fact} />
        {!isUnknown(fact) && (
          <span data-buttons="" className={styles.buttons}>
            {fact.field !== undefined && (
              <FilterButtons field={fact.field} value={fact.value} label={label} className={styles.button} />
            )}
            <ClipboardButton
              className={styles.button}
              size="sm"
              fill="text"
              variant="secondary"
              icon="copy"
              aria-label={t('drawer.copy-value', 'Copy {{label}}', { label, interpolation: { escapeValue: false } })}
              getText={() => fact.copied ?? fact.value}
            />
          </span>
        )}
      </dd>
    </div>
  );
}

function FactValue({ fact }: { fact: Fact }) {
  const styles = useStyles2(getStyles);
  if (fact.value === '') {
    return <>{UNKNOWN}</>;
  }
  return fact.href === undefined ? (
    <>{visibleText(fact.value)}</>
  ) : (
    <a className={styles.link} href={fact.href} target="_blank" rel="noopener noreferrer">
      {visibleText(fact.value)}
    </a>
  );
}

/** Names from a payload, cut where no honest name is as long. */
export function shortText(text: string): string {
  return visibleText(text.length > LONG_VALUE ? `${text.slice(0, LONG_VALUE)}…` : text);
}

const getStyles = (theme: GrafanaTheme2) => ({
  facts: css({
    display: 'grid',
    // Four columns at most, two on a phone.
    gridTemplateColumns: 'repeat(auto-fill, minmax(max(21%, min(165px, 46%)), 1fr))',
    gap: theme.spacing(0.5, 2),
    margin: 0,
  }),
  fact: css({
    minWidth: 0,
    // Shown for the pointer, and for the keyboard when it is there; where nothing hovers, always.
    '@media (hover: hover)': {
      '& [data-buttons]': { position: 'absolute', insetInlineEnd: 0, top: 0, opacity: 0 },
      '&:hover [data-buttons], & [data-buttons]:focus-within': {
        opacity: 1,
        background: theme.colors.background.secondary,
      },
    },
  }),
  wideFact: css({ gridColumn: '1 / -1' }),
  longFact: css({ minWidth: 0, gridColumn: '1 / -1' }),
  label: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
    overflowWrap: 'anywhere',
  }),
  value: css({
    position: 'relative',
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    unicodeBidi: 'isolate',
  }),
  buttons: css({ display: 'inline-flex', borderRadius: theme.shape.radius.default, verticalAlign: 'text-bottom' }),
  button: css({
    height: theme.spacing(3),
    minWidth: theme.spacing(3),
    justifyContent: 'center',
    padding: theme.spacing(0, 0.5),
  }),
  link: css({ color: theme.colors.text.link, textDecoration: 'underline' }),
});
