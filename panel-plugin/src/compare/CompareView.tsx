import { css } from '@emotion/css';
import type { GrafanaTheme2, PanelData } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { TimeZone } from '@grafana/schema';
import { Alert, Button, LoadingPlaceholder, Modal, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { ERROR_STATUS } from '../contract/constants.gen';
import { useTrace, type TraceState } from '../detail/useTrace';
import { errorStatus, errorWords } from '../errors/errorWords';
import type { RowList } from '../paging/RowList';
import type { PanelSource } from '../source/panelSource';
import { ComparedPair } from './ComparedPair';
import { closeCompare, switchCompare } from './compareUrl';
import { ComparePicker } from './pick/ComparePicker';
import { lastSuccessful } from './pick/lastSuccessful';
import { useEscape } from './useEscape';

interface Props {
  /** The open trace. */
  leftId: string;
  /** Empty while it is being chosen. */
  rightId: string;
  source: PanelSource | null | undefined;
  panelData: PanelData;
  /** Rows of the table. */
  rows: RowList;
  timeZone: TimeZone;
}

/** Two traces side by side, over the whole page. Which ones is in the URL. */
export default function CompareView({ leftId, rightId, source, panelData, rows, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const [isChoosing, setChoosing] = useState(false);
  useEscape(closeCompare);
  const isPicking = rightId === '' || isChoosing;
  return (
    <Modal
      isOpen
      title={t('compare.title', 'Compare traces')}
      className={styles.modal}
      contentClassName={styles.content}
      closeOnEscape={false}
      onDismiss={closeCompare}
    >
      {isPicking ? (
        <Picking
          leftId={leftId}
          source={source}
          panelData={panelData}
          rows={rows}
          timeZone={timeZone}
          onPick={(id) => {
            setChoosing(false);
            switchCompare(leftId, id);
          }}
          onBack={
            rightId === ''
              ? undefined
              : () => {
                  setChoosing(false);
                }
          }
        />
      ) : (
        <Pair
          leftId={leftId}
          rightId={rightId}
          source={source}
          timeZone={timeZone}
          onChoose={() => {
            setChoosing(true);
          }}
        />
      )}
    </Modal>
  );
}

interface PickingProps extends Omit<Props, 'rightId'> {
  onPick: (requestId: string) => void;
  onBack: (() => void) | undefined;
}

function Picking({ leftId, source, panelData, rows, timeZone, onPick, onBack }: PickingProps) {
  const state = useTrace(source, leftId);
  return (
    <ComparePicker
      leftId={leftId}
      rows={rows}
      timeZone={timeZone}
      findLastSuccessful={state.kind === 'loaded' ? () => lastSuccessful(panelData, state.trace) : undefined}
      onPick={onPick}
      onBack={onBack}
    />
  );
}

type PairProps = Pick<Props, 'leftId' | 'rightId' | 'source' | 'timeZone'> & { onChoose: () => void };

function Pair({ leftId, rightId, source, timeZone, onChoose }: PairProps) {
  const left = useTrace(source, leftId);
  const right = useTrace(source, rightId);
  if (left.kind === 'loaded' && right.kind === 'loaded') {
    return (
      <ComparedPair
        left={left.trace}
        right={right.trace}
        source={source ?? null}
        timeZone={timeZone}
        onSwap={() => {
          switchCompare(rightId, leftId);
        }}
        onChoose={onChoose}
      />
    );
  }
  if (left.kind !== 'failed' && right.kind !== 'failed') {
    return <LoadingPlaceholder text={t('compare.loading', 'Loading both traces…')} />;
  }
  return (
    <>
      <Failed state={left} side={t('compare.side-a', 'A')} />
      <Failed state={right} side={t('compare.side-b', 'B')} />
      <Button variant="secondary" onClick={onChoose}>
        {t('compare.choose-another', 'Compare with another')}
      </Button>
    </>
  );
}

function Failed({ state, side }: { state: TraceState; side: string }) {
  if (state.kind !== 'failed') {
    return null;
  }
  const isMissing = errorStatus(state.error) === ERROR_STATUS.NOT_FOUND;
  return (
    <Alert severity="error" title={t('compare.failed', 'Trace {{side}} could not be loaded', { side })}>
      <p>
        {isMissing
          ? t('compare.not-found', 'There is no trace with this request ID. Check that it is complete.')
          : errorWords(state.error)}
      </p>
      {!isMissing && (
        <Button size="sm" variant="secondary" onClick={state.retry}>
          {t('compare.retry', 'Try again')}
        </Button>
      )}
    </Alert>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  modal: css({
    width: `calc(100vw - ${theme.spacing(4)})`,
    maxWidth: 1800,
    top: theme.spacing(2),
    height: `calc(100vh - ${theme.spacing(4)})`,
    maxHeight: 'none',
    '@media (max-height: 750px)': { top: theme.spacing(2), maxHeight: 'none', transform: 'none' },
    [theme.breakpoints.down('sm')]: { width: '100vw', top: 0, height: '100vh' },
  }),
  content: css({ flex: 1, minHeight: 0, paddingTop: theme.spacing(1) }),
});
