import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, Button, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { payloadBytes } from '../../detail/payloadBytes';
import { useSteps } from '../../drawer/useSteps';
import { errorWords } from '../../errors/errorWords';
import { countDifferences, type PayloadDiff } from '../diff/comparePayloads';
import type { Difference } from '../diff/diffJson';
import { CutNote } from './CutNote';
import { DifferenceRow } from './DifferenceRow';
import { usePayloadDiff, type PayloadDiffState, type PayloadQuestion } from './usePayloadDiff';

/** Differences put into the page at a time. */
const STEP = 50;

interface Props {
  title: string;
  question: PayloadQuestion;
  /** Equal values, too. */
  showsAll: boolean;
}

/** What differs between the requests, or the responses, of two traces. */
export function PayloadComparison({ title, question, showsAll }: Props) {
  const styles = useStyles2(getStyles);
  const state = usePayloadDiff(question);
  return (
    <section aria-label={title} className={styles.section} aria-busy={state.kind === 'working'}>
      <div className={styles.heading}>
        <h4 className={styles.title}>{title}</h4>
        {state.kind === 'done' && <span className={styles.note}>{summary(state)}</span>}
      </div>
      <Body state={state} showsAll={showsAll} question={question} />
    </section>
  );
}

interface BodyProps {
  state: PayloadDiffState;
  showsAll: boolean;
  question: PayloadQuestion;
}

function Body({ state, showsAll, question }: BodyProps) {
  switch (state.kind) {
    case 'working':
      return <LoadingPlaceholder text={t('compare.comparing', 'Comparing…')} />;
    case 'failed':
      return (
        <Alert severity="error" title={t('compare.payload-failed', 'The contents could not be compared')}>
          <p>{errorWords(state.error)}</p>
          <Button size="sm" variant="secondary" onClick={state.retry}>
            {t('compare.retry', 'Try again')}
          </Button>
        </Alert>
      );
    case 'done':
      return <Differences diff={state.diff} showsAll={showsAll} question={question} />;
  }
}

function Differences({ diff, showsAll, question }: { diff: PayloadDiff } & Omit<BodyProps, 'state'>) {
  const styles = useStyles2(getStyles);
  const rows = useMemo(() => rowsOf(diff.differences, showsAll), [diff, showsAll]);
  const { shown, more } = useSteps(rows, STEP);
  const { form, side, left, right } = question;
  return (
    <>
      <CutNote side={t('compare.side-a', 'A')} characters={diff.leftCut} bytes={payloadBytes(left[side], form)} />
      <CutNote side={t('compare.side-b', 'B')} characters={diff.rightCut} bytes={payloadBytes(right[side], form)} />
      {form === 'json' && diff.as === 'text' && (
        <p className={styles.note}>{t('compare.not-json', 'Compared as text, because not both sides are JSON.')}</p>
      )}
      <ul className={styles.list}>
        {shown.map((difference, index) => (
          <DifferenceRow key={index} difference={difference} showsAll={showsAll} />
        ))}
      </ul>
      {more}
    </>
  );
}

/** Differences of any two calls, such as their ids, come last: nobody looks for them. */
function rowsOf(differences: readonly Difference[], showsAll: boolean): Difference[] {
  const rows = showsAll ? differences : differences.filter(({ kind }) => kind !== 'same');
  return [...rows.filter((row) => !isOfEachCall(row)), ...rows.filter(isOfEachCall)];
}

/** Members that providers fill anew in every answer. */
const OF_EACH_CALL: ReadonlySet<string> = new Set([
  'id',
  'responseId',
  'response_id',
  'generation_id',
  'created',
  'created_at',
  'createTime',
  'completed_at',
  'system_fingerprint',
]);

function isOfEachCall({ path }: Difference): boolean {
  return path !== undefined && path.parent === undefined && OF_EACH_CALL.has(path.key ?? '');
}

function summary({ diff, isEmpty }: { diff: PayloadDiff; isEmpty: boolean }): string {
  if (isEmpty) {
    return t('compare.both-empty', 'Neither has any.');
  }
  const { changed, added, removed, moved } = countDifferences(diff.differences);
  const counts = [
    changed > 0 && t('compare.changed-count', '{{number}} changed', { number: changed.toLocaleString('en-US') }),
    added > 0 && t('compare.added-count', '{{number}} only in B', { number: added.toLocaleString('en-US') }),
    removed > 0 && t('compare.removed-count', '{{number}} only in A', { number: removed.toLocaleString('en-US') }),
    moved > 0 && t('compare.moved-count', '{{number}} moved', { number: moved.toLocaleString('en-US') }),
  ].filter((count) => count !== false);
  if (counts.length > 0) {
    return counts.join(', ');
  }
  return diff.leftCut === undefined && diff.rightCut === undefined
    ? t('compare.equal', 'No difference')
    : t('compare.equal-so-far', 'No difference in what was compared');
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ minWidth: 0, marginBottom: theme.spacing(2) }),
  heading: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: theme.spacing(0, 1.5) }),
  title: css({ margin: theme.spacing(0, 0, 0.5), fontSize: theme.typography.h5.fontSize }),
  note: css({ margin: 0, color: theme.colors.text.secondary }),
  list: css({ margin: theme.spacing(0.5, 0), padding: 0, listStyle: 'none' }),
});
