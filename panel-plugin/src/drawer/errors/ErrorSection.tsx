import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { TraceDetail } from '../../detail/fetchTrace';
import { formatDuration } from '../../view/formats';
import { Facts } from '../Facts';
import { LargeText } from '../payload/LargeText';
import { Section } from '../Section';
import { fact, known, type Fact } from '../fact';
import { visibleText } from '../../hostile/visibleText';
import { errorAdvice } from './errorAdvice';
import { errorCondition } from './errorCondition';
import { errorKind } from './errorKind';
import { providerHint } from './providerHint';
import { retryAfterMs } from './retryAfter';

/** Characters of a message above which it gets a scrolling box. */
const LONG_MESSAGE = 1_000;

interface Props {
  trace: TraceDetail;
  error: NonNullable<TraceDetail['error']>;
  /** Shows the traces that a condition selects; undefined where the table cannot be filtered. */
  onFilter: ((condition: string) => void) | undefined;
}

/** What failed in the provider's own words, and for well-known failures the usual cause and remedy. */
export function ErrorSection({ trace, error, onFilter }: Props) {
  const { type } = error;
  const findSame =
    onFilter !== undefined && type !== undefined && type !== '' ? (
      <Button
        size="sm"
        variant="secondary"
        icon="filter"
        onClick={() => {
          onFilter(errorCondition(type));
        }}
      >
        {t('error.find-same', 'Find this error')}
      </Button>
    ) : undefined;
  return (
    <Section title={t('error.title', 'Error')} tone="error" actions={findSame}>
      {Object.values(error).every((value) => value === null || value === '') && (
        <p>{t('error.no-details', 'The sender reported that the request failed, and nothing about why.')}</p>
      )}
      <Message text={error.message ?? ''} />
      <Facts
        facts={known([
          fact(t('error.type', 'Type'), type),
          fact(t('error.code', 'Code'), error.code),
          fact(t('error.param', 'Parameter'), error.param),
          fact(t('error.http-status', 'HTTP status'), `${error.http_status ?? ''}`),
        ])}
      />
      <AdviceText trace={trace} error={error} />
    </Section>
  );
}

function Message({ text }: { text: string }) {
  const styles = useStyles2(getStyles);
  if (text === '') {
    return null;
  }
  return text.length > LONG_MESSAGE ? (
    <LargeText text={text} label={t('error.message', 'Message')} />
  ) : (
    <p className={styles.message}>{visibleText(text)}</p>
  );
}

function AdviceText({ trace, error }: Omit<Props, 'onFilter'>) {
  const styles = useStyles2(getStyles);
  const advice = adviceFacts(trace, error);
  return advice.length === 0 ? null : (
    <dl className={styles.advice}>
      {advice.map(({ label, value }) => (
        <div key={label}>
          <dt className={styles.term}>{label}</dt>
          <dd className={styles.text}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function adviceFacts(trace: TraceDetail, error: Props['error']): Fact[] {
  const kind = errorKind(error) ?? (trace.status === 'timeout' ? 'timeout' : undefined);
  const waitMs = retryAfterMs(trace);
  return known([
    ...(kind === undefined
      ? []
      : [
          fact(t('error.cause', 'Usual cause'), errorAdvice(kind).cause),
          fact(t('error.remedy', 'What to do'), errorAdvice(kind).remedy),
          fact(t('error.provider', 'At this provider'), providerHint(trace.provider, kind)),
        ]),
    fact(
      t('error.retry-after', 'Retry after'),
      waitMs === null
        ? ''
        : t('error.retry-after-asked', '{{time}}, as the answer asked', { time: formatDuration(waitMs) })
    ),
  ]);
}

const getStyles = (theme: GrafanaTheme2) => ({
  message: css({
    margin: theme.spacing(0, 0, 1),
    fontWeight: theme.typography.fontWeightMedium,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    unicodeBidi: 'isolate',
  }),
  advice: css({
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${theme.spacing(32)}), 1fr))`,
    gap: theme.spacing(1, 2),
    margin: theme.spacing(1, 0, 0),
    paddingTop: theme.spacing(1),
    borderTop: `1px solid ${theme.colors.border.weak}`,
  }),
  term: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
  }),
  text: css({ margin: 0 }),
});
