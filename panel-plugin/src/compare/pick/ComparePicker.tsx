import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { TimeZone } from '@grafana/schema';
import { Button, Field, Input, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { visibleText } from '../../hostile/visibleText';
import type { RowList } from '../../paging/RowList';
import { formatDuration, formatTime } from '../../view/formats';
import { StatusIcon } from '../../view/StatusIcon';
import { candidates, rowsBeside, type Candidate } from './candidates';
import { LastSuccessful } from './LastSuccessful';

/** Loaded traces that are offered. */
const MAX_OFFERED = 30;
const MAX_PREVIEW = 200;

interface Props {
  leftId: string;
  /** Rows of the table. */
  rows: RowList;
  timeZone: TimeZone;
  /** Looks for the last one that went well; undefined while the trace itself is not known or where it cannot be asked. */
  findLastSuccessful: (() => Promise<string | undefined>) | undefined;
  onPick: (requestId: string) => void;
  /** Undefined where nothing was compared yet. */
  onBack: (() => void) | undefined;
}

/** Which trace to compare with: by its id, one of the table, or the last one that went well. */
export function ComparePicker({ leftId, rows, timeZone, findLastSuccessful, onPick, onBack }: Props) {
  const styles = useStyles2(getStyles);
  const [text, setText] = useState('');
  const { above, below } = rowsBeside(rows, leftId);
  const offered = candidates(rows, leftId, text, MAX_OFFERED);
  return (
    <section aria-label={t('compare.choose', 'Choose a trace to compare with')}>
      <p className={styles.none}>
        {t('compare.compare-what', 'Compare {{requestId}} with:', {
          requestId: visibleText(leftId),
          interpolation: { escapeValue: false },
        })}
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') {
            onPick(text.trim());
          }
        }}
      >
        <Field
          label={t('compare.by-id', 'Request ID, or words to look for in the loaded traces')}
          htmlFor="modeltrace-compare-id"
          noMargin
        >
          <div className={styles.line}>
            <Input
              id="modeltrace-compare-id"
              value={text}
              autoFocus
              onChange={(event) => {
                setText(event.currentTarget.value);
              }}
            />
            <Button type="submit" disabled={text.trim() === ''}>
              {t('compare.compare-id', 'Compare with this ID')}
            </Button>
          </div>
        </Field>
      </form>
      <div className={styles.ways}>
        <PickButton id={above} label={t('compare.with-above', 'With the row above')} onPick={onPick} />
        <PickButton id={below} label={t('compare.with-below', 'With the row below')} onPick={onPick} />
        {findLastSuccessful && <LastSuccessful find={findLastSuccessful} onPick={onPick} />}
        {onBack && (
          <Button size="sm" variant="secondary" fill="text" icon="arrow-left" onClick={onBack}>
            {t('compare.back', 'Back to the comparison')}
          </Button>
        )}
      </div>
      <h4 className={styles.title}>{t('compare.loaded', 'Loaded traces')}</h4>
      {offered.length === 0 ? (
        <p className={styles.none}>
          {text.trim() === ''
            ? t('compare.nothing-loaded', 'The table has no other traces.')
            : t('compare.none-loaded', 'None of the loaded traces has these words.')}
        </p>
      ) : (
        <ul className={styles.list}>
          {offered.map((candidate) => (
            <li key={candidate.requestId}>
              <CandidateButton candidate={candidate} timeZone={timeZone} onPick={onPick} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface PickButtonProps {
  id: string | undefined;
  label: string;
  onPick: (requestId: string) => void;
}

function PickButton({ id, label, onPick }: PickButtonProps) {
  return id === undefined ? null : (
    <Button
      size="sm"
      variant="secondary"
      onClick={() => {
        onPick(id);
      }}
    >
      {label}
    </Button>
  );
}

interface CandidateProps {
  candidate: Candidate;
  timeZone: TimeZone;
  onPick: (requestId: string) => void;
}

function CandidateButton({ candidate, timeZone, onPick }: CandidateProps) {
  const styles = useStyles2(getStyles);
  return (
    <button
      type="button"
      className={styles.candidate}
      onClick={() => {
        onPick(candidate.requestId);
      }}
    >
      <StatusIcon status={candidate.status} />
      <span>{formatTime(candidate.startTimeMs, timeZone)}</span>
      <span>{visibleText(candidate.model.slice(0, MAX_PREVIEW))}</span>
      <span>{formatDuration(candidate.durationMs)}</span>
      <span className={styles.preview}>{visibleText(candidate.input.slice(0, MAX_PREVIEW))}</span>
    </button>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), '& > :first-child': { flex: '1 1 200px' } }),
  ways: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    margin: theme.spacing(1.5, 0),
  }),
  title: css({ margin: theme.spacing(1, 0, 0.5), fontSize: theme.typography.h5.fontSize }),
  none: css({ color: theme.colors.text.secondary }),
  list: css({ margin: 0, padding: 0, listStyle: 'none' }),
  candidate: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1.5),
    width: '100%',
    padding: theme.spacing(0.75, 1),
    background: 'none',
    border: 'none',
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    color: theme.colors.text.primary,
    textAlign: 'start',
    '&:hover': { background: theme.colors.action.hover },
  }),
  preview: css({
    flex: '1 1 200px',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
  }),
});
