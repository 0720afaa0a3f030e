import { dateTimeFormat, LoadingState, type PanelData } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button } from '@grafana/ui';
import React from 'react';
import { queryError } from '../errors/queryError';
import type { TracesData } from '../frames/readFrames';
import type { LoadedTraces } from '../paging/TracePager';
import { tracesTarget } from '../selection/tracesTarget';
import type { ViewStateHandle } from '../state/useViewState';
import { NothingFound } from './NothingFound';
import { PanelMessage } from './PanelMessage';
import { QueryFailed } from './QueryFailed';
import { TableSkeleton } from './TableSkeleton';

interface Props {
  panelData: PanelData;
  data: TracesData;
  loaded: LoadedTraces;
  state: ViewStateHandle;
  timeZone: string;
  /** Asks the query again. */
  onRetry: () => void;
  /** Goes on with a search that stopped. */
  onGoOn: () => void;
}

/** Why there are no rows, and what to do about it. */
export function InsteadOfTable({ panelData, data, loaded, state, timeZone, onRetry, onGoOn }: Props) {
  const error = queryError(panelData);
  if (error !== undefined) {
    return <QueryFailed error={error} onRetry={tracesTarget(panelData) && onRetry} />;
  }
  if (panelData.state === LoadingState.Loading || panelData.state === LoadingState.NotStarted) {
    return <TableSkeleton label={t('states.loading', 'Loading traces…')} />;
  }
  switch (data.kind) {
    case 'missing':
      return (
        <PanelMessage
          role="alert"
          icon="exclamation-triangle"
          title={t('states.missing-fields', 'This data has no traces the table can show')}
          help={missingWords(data.fields)}
        />
      );
    case 'none':
      return (
        <PanelMessage
          role="status"
          icon="info-circle"
          title={t('states.no-data', 'No data')}
          help={t(
            'states.no-data-help',
            'The query returned no table. Choose the query type "Traces" of a Modeltrace data source.'
          )}
        />
      );
    case 'traces':
      return loaded.stop ? (
        <StoppedEarly loaded={loaded} timeZone={timeZone} onGoOn={onGoOn} />
      ) : (
        <NothingFound panelData={panelData} state={state} timeZone={timeZone} />
      );
  }
}

function missingWords(fields: readonly string[]): string {
  return t('states.missing-fields-help', '', {
    count: fields.length,
    fields: fields.join(', '),
    defaultValue_one: 'Missing field: {{fields}}. A query of type "Traces" returns it.',
    defaultValue_other: 'Missing fields: {{fields}}. A query of type "Traces" returns them.',
  });
}

type StoppedProps = Pick<Props, 'loaded' | 'timeZone' | 'onGoOn'>;

/** Nothing was found so far, which does not mean that there is nothing. */
function StoppedEarly({ loaded, timeZone, onGoOn }: StoppedProps) {
  const backToMs = loaded.stop?.searchedBackToMs ?? null;
  if (loaded.paging === 'loading') {
    return <TableSkeleton label={t('states.searching', 'The search goes on…')} />;
  }
  return (
    <PanelMessage
      role="status"
      icon="hourglass"
      title={t('states.stopped', 'Nothing found so far')}
      help={
        backToMs === null
          ? t('states.stopped-help', 'The search took long and stopped before it had seen everything.')
          : t('states.stopped-at-help', 'The search took long and stopped. It has seen everything since {{time}}.', {
              time: dateTimeFormat(backToMs, { timeZone }),
              interpolation: { escapeValue: false },
            })
      }
    >
      <Button onClick={onGoOn}>{t('states.go-on', 'Search on')}</Button>
    </PanelMessage>
  );
}
