import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Icon, useStyles2 } from '@grafana/ui';
import React from 'react';
import { UNKNOWN } from '../../drawer/fact';
import { useSteps } from '../../drawer/useSteps';
import { cutText } from '../../hostile/cutText';
import { visibleText } from '../../hostile/visibleText';
import { markStyles, InlineParts } from '../payload/InlineParts';
import { textParts, type TextPart } from '../diff/textParts';
import { visuallyHidden } from '../../view/visuallyHidden';
import type { ComparedFact } from './compareFacts';
import { verdictText, type NumberChange } from './numberChange';

/** Facts put into the page at a time. */
const FACT_STEP = 100;
/** Characters of a value that are shown. Error messages can be 64 KB. */
const MAX_VALUE = 20_000;
/** Of them at first. */
const FIRST_CHARACTERS = 300;
/** Characters of both values, from which on it helps to mark what differs inside them. */
const MIN_MARKED = 80;

interface Props {
  title: string;
  facts: readonly ComparedFact[];
  /** Equal facts, too. */
  showsAll: boolean;
}

/** The same facts of both traces as a table; on a narrow screen one below the other. */
export function FactsComparison({ title, facts, showsAll }: Props) {
  const styles = useStyles2(getStyles);
  const known = facts.filter(({ left, right }) => left !== '' || right !== '');
  const { shown, more } = useSteps(showsAll ? known : known.filter(({ isDifferent }) => isDifferent), FACT_STEP);
  const hidden = known.length - shown.length;
  if (known.length === 0) {
    return null;
  }
  return (
    <section aria-label={title} className={styles.section}>
      <h4 className={styles.title}>{title}</h4>
      {shown.length === 0 ? (
        <p className={styles.equal}>
          {t('compare.all-equal', '', {
            count: hidden,
            defaultValue_one: 'No difference ({{count}} equal value)',
            defaultValue_other: 'No difference ({{count}} equal values)',
          })}
        </p>
      ) : (
        <div role="table" aria-label={title}>
          <div role="row" className={cx(styles.row, styles.header)}>
            <span role="columnheader">
              <span className={visuallyHidden}>{t('compare.fact', 'Fact')}</span>
            </span>
            <span role="columnheader">{t('compare.side-a', 'A')}</span>
            <span role="columnheader">{t('compare.side-b', 'B')}</span>
            <span role="columnheader">{t('compare.difference', 'From A to B')}</span>
          </div>
          {shown.map((fact, index) => (
            <Row key={index} fact={fact} />
          ))}
        </div>
      )}
      {more}
    </section>
  );
}

function Row({ fact }: { fact: ComparedFact }) {
  const styles = useStyles2(getStyles);
  const left = cutText(fact.left, MAX_VALUE);
  const right = cutText(fact.right, MAX_VALUE);
  const isMarked =
    fact.isDifferent && !fact.change && left !== '' && right !== '' && left.length + right.length > MIN_MARKED;
  const parts = isMarked ? textParts(left, right) : undefined;
  return (
    <div role="row" className={cx(styles.row, fact.isDifferent && styles.different)}>
      <span role="rowheader" className={styles.label}>
        {visibleText(cutText(fact.label, MAX_VALUE))}
      </span>
      <span role="cell" className={styles.value} data-side="A">
        <Value text={left} parts={parts} side="left" />
      </span>
      <span role="cell" className={styles.value} data-side="B">
        <Value text={right} parts={parts} side="right" />
      </span>
      <span role="cell" className={styles.change}>
        {fact.change ? <Change change={fact.change} /> : differenceText(fact)}
      </span>
    </div>
  );
}

function Change({ change: { text, verdict } }: { change: NumberChange }) {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles[verdict]}>
      {verdict !== 'neither' && (
        <Icon name={verdict === 'better' ? 'check' : 'exclamation-triangle'} size="sm" aria-hidden />
      )}
      {[text, verdictText(verdict)].filter((word) => word !== '').join(', ')}
    </span>
  );
}

function Value({ text, parts, side }: { text: string; parts: TextPart[] | undefined; side: 'left' | 'right' }) {
  return text === '' ? (
    UNKNOWN
  ) : (
    <InlineParts parts={parts ?? [{ kind: 'same', text }]} side={side} showsAll firstCharacters={FIRST_CHARACTERS} />
  );
}

function differenceText({ left, right, isDifferent }: ComparedFact): string {
  if (!isDifferent) {
    return t('compare.equal-fact', 'equal');
  }
  if (left === '' || right === '') {
    return left === '' ? t('compare.only-b', 'only in B') : t('compare.only-a', 'only in A');
  }
  return t('compare.differs', 'differs');
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ minWidth: 0, marginBottom: theme.spacing(2) }),
  title: css({ margin: theme.spacing(0, 0, 0.5), fontSize: theme.typography.h5.fontSize }),
  equal: css({ margin: 0, color: theme.colors.text.secondary }),
  row: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, 1fr) minmax(0, 2fr) minmax(0, 2fr) minmax(140px, 1.2fr)',
    gap: theme.spacing(0, 1.5),
    padding: theme.spacing(0.5, 1),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    borderInlineStart: '3px solid transparent',
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      '& > [data-side]::before': { content: 'attr(data-side) ": "', color: theme.colors.text.secondary },
    },
  }),
  header: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    [theme.breakpoints.down('sm')]: { display: 'none' },
  }),
  different: css({ borderInlineStartColor: theme.colors.primary.border }),
  label: css({
    color: theme.colors.text.secondary,
    overflowWrap: 'anywhere',
    [theme.breakpoints.down('sm')]: { gridColumn: '1 / -1' },
  }),
  value: css({
    minWidth: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    unicodeBidi: 'isolate',
    ...markStyles(theme),
  }),
  change: css({ color: theme.colors.text.secondary, [theme.breakpoints.down('sm')]: { gridColumn: '1 / -1' } }),
  better: css({ color: theme.colors.success.text, '& svg': { marginInlineEnd: theme.spacing(0.5) } }),
  worse: css({ color: theme.colors.warning.text, '& svg': { marginInlineEnd: theme.spacing(0.5) } }),
  neither: css({ color: theme.colors.text.primary }),
});
