import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, useStyles2 } from '@grafana/ui';
import React from 'react';
import { errorWords } from '../../errors/errorWords';
import { visibleText } from '../../hostile/visibleText';
import { formattedBytes, formattedRows } from '../job/amounts';
import type { SelectedTraces } from '../../selection/selectedTraces';
import { conditionsOf } from './conditions';
import type { Planned } from './usePlan';

interface Props {
  selected: SelectedTraces;
  planned: Planned;
  timeZone: string;
}

/** What will be exported, in words. */
export function ExportSummary({ selected, planned, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const conditions = conditionsOf(selected);
  const time = (text: string) => dateTimeFormat(text, { timeZone });
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('export.model', 'Model')}</dt>
        <dd>{selected.model === undefined ? t('export.all-models', 'All models') : visibleText(selected.model)}</dd>
        <dt>{t('export.time', 'Time')}</dt>
        <dd>{t('export.range', '{{from}} to {{to}}', { from: time(selected.from), to: time(selected.to) })}</dd>
        <dt>{t('export.conditions', 'Only where')}</dt>
        <dd>
          {conditions.length === 0
            ? t('export.no-conditions', 'Nothing else narrows it down')
            : conditions.map((condition) => (
                <code key={condition} className={styles.condition}>
                  {condition}
                </code>
              ))}
        </dd>
        <dt>{t('export.count', 'Traces')}</dt>
        <dd aria-live="polite">{countWords(planned)}</dd>
        {planned.plan && (
          <>
            <dt>{t('export.file', 'File')}</dt>
            <dd>{visibleText(planned.plan.fileName)}</dd>
          </>
        )}
      </dl>
      <PlanNotices planned={planned} />
    </>
  );
}

function countWords({ plan, error }: Planned): string {
  if (plan) {
    return formattedRows(plan.rows);
  }
  return error === undefined
    ? t('export.plan-counting', 'Counting…')
    : t('export.plan-not-counted', 'Could not be counted');
}

function PlanNotices({ planned: { plan, error } }: { planned: Planned }) {
  if (error !== undefined) {
    return <Alert severity="warning" title={errorWords(error)} />;
  }
  return (
    <>
      {plan && plan.leftOut.length > 0 && (
        <Alert
          severity="info"
          title={t('export.left-out', 'Your role may not see contents: the file has no {{columns}}.', {
            columns: plan.leftOut.join(', '),
          })}
        />
      )}
      {plan && plan.maxBytes !== null && (
        <Alert
          severity="info"
          title={t(
            'export.response-limit',
            'This Grafana takes at most {{limit}} of an answer (response_limit). A larger file fails.',
            { limit: formattedBytes(plan.maxBytes) }
          )}
        />
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  facts: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(80px, max-content) 1fr',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  }),
  condition: css({ display: 'block', width: 'fit-content', whiteSpace: 'pre-wrap', marginBottom: theme.spacing(0.25) }),
});
