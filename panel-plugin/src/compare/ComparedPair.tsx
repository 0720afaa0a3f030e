import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { TimeZone } from '@grafana/schema';
import { Button, InlineSwitch, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import type { TraceDetail } from '../detail/fetchTrace';
import { startTimeMs } from '../drawer/metadata/metadataFacts';
import { visibleText } from '../hostile/visibleText';
import type { PanelSource } from '../source/panelSource';
import { formatTime } from '../view/formats';
import { StatusIcon } from '../view/StatusIcon';
import { metadataFacts, outcomeFacts, parameterFacts, statusName, tokenFacts } from './facts/compareFacts';
import { FactsComparison } from './facts/FactsComparison';
import { PayloadComparison } from './payload/PayloadComparison';
import type { PayloadForm } from './payload/usePayloadDiff';

interface Props {
  left: TraceDetail;
  right: TraceDetail;
  source: PanelSource | null;
  timeZone: TimeZone;
  onSwap: () => void;
  onChoose: () => void;
}

/** What differs between two traces, part by part; on demand what does not, too. */
export function ComparedPair({ left, right, source, timeZone, onSwap, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const [showsAll, setShowsAll] = useState(false);
  const [chosenForm, setForm] = useState<PayloadForm>();
  // The JSON of two providers differs everywhere; what was said is in the texts.
  const form = chosenForm ?? (left.provider === right.provider ? 'json' : 'text');
  const pair = { left, right };
  return (
    <>
      <div className={styles.sides}>
        <Side name={t('compare.side-a', 'A')} trace={left} timeZone={timeZone} />
        <Side name={t('compare.side-b', 'B')} trace={right} timeZone={timeZone} />
      </div>
      <div className={styles.tools}>
        <Button size="sm" variant="secondary" icon="exchange-alt" onClick={onSwap}>
          {t('compare.swap', 'Swap sides')}
        </Button>
        <Button size="sm" variant="secondary" icon="search" onClick={onChoose}>
          {t('compare.choose-another', 'Compare with another')}
        </Button>
        <InlineSwitch
          label={t('compare.show-all', 'Show what is equal')}
          showLabel
          transparent
          value={showsAll}
          onChange={() => {
            setShowsAll(!showsAll);
          }}
        />
        <RadioButtonGroup
          size="sm"
          aria-label={t('compare.form', 'Compare contents as')}
          options={[
            { value: 'json', label: t('compare.as-json', 'JSON') },
            { value: 'text', label: t('compare.as-text', 'Text') },
          ]}
          value={form}
          onChange={setForm}
        />
      </div>
      <FactsComparison
        title={t('compare.outcome', 'Outcome and timing')}
        facts={outcomeFacts(pair)}
        showsAll={showsAll}
      />
      <FactsComparison title={t('compare.tokens', 'Tokens and cost')} facts={tokenFacts(pair)} showsAll={showsAll} />
      <FactsComparison title={t('compare.parameters', 'Parameters')} facts={parameterFacts(pair)} showsAll={showsAll} />
      <FactsComparison
        title={t('compare.metadata', 'Metadata')}
        facts={metadataFacts(pair, timeZone)}
        showsAll={showsAll}
      />
      {left.contents_withheld === true || right.contents_withheld === true ? (
        <p>{t('compare.withheld', 'Request and response are withheld from you by the settings of the data source.')}</p>
      ) : (
        <>
          <PayloadComparison
            title={t('compare.request', 'Request')}
            question={{ source, left, right, side: 'input', form }}
            showsAll={showsAll}
          />
          <PayloadComparison
            title={t('compare.response', 'Response')}
            question={{ source, left, right, side: 'output', form }}
            showsAll={showsAll}
          />
        </>
      )}
    </>
  );
}

function Side({ name, trace, timeZone }: { name: string; trace: TraceDetail; timeZone: TimeZone }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.side}>
      <strong>{name}</strong>
      <div className={styles.who}>
        <span className={styles.id}>{visibleText(trace.request_id)}</span>
        <span className={styles.facts}>
          <StatusIcon status={trace.status} />
          <span aria-hidden>{statusName(trace.status)}</span>
          <span>{visibleText(trace.model)}</span>
          <span>{formatTime(startTimeMs(trace), timeZone)}</span>
        </span>
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  sides: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: theme.spacing(1),
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  }),
  side: css({
    display: 'flex',
    gap: theme.spacing(1),
    minWidth: 0,
    padding: theme.spacing(1),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  who: css({ display: 'flex', flexDirection: 'column', minWidth: 0 }),
  id: css({ overflowWrap: 'anywhere', unicodeBidi: 'isolate', fontWeight: theme.typography.fontWeightMedium }),
  facts: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 1), color: theme.colors.text.secondary }),
  tools: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 0),
    marginBottom: theme.spacing(1),
  }),
});
