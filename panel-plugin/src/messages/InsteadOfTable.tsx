import { LoadingState, type PanelData } from '@grafana/data';
import { Alert } from '@grafana/ui';
import React from 'react';
import { errorWords } from '../errors/errorWords';
import type { TracesData } from '../frames/readFrames';
import { words } from '../words';
import { PanelMessage } from './PanelMessage';

interface Props {
  panelData: PanelData;
  data: TracesData;
  /** What was searched for, or empty. */
  search: string;
}

/** Why there are no rows, and what to do about it. */
export function InsteadOfTable({ panelData, data, search }: Props) {
  const error = panelData.errors?.[0];
  if (error || panelData.state === LoadingState.Error) {
    return (
      <PanelMessage
        role="alert"
        icon="exclamation-triangle"
        title={words.states.queryFailed}
        help={errorWords(error)}
      />
    );
  }
  if (panelData.state === LoadingState.Loading || panelData.state === LoadingState.NotStarted) {
    return <PanelMessage role="status" icon="clock-nine" title={words.states.loading} />;
  }
  return <NothingToShow data={data} search={search} />;
}

function NothingToShow({ data, search }: { data: TracesData; search: string }) {
  switch (data.kind) {
    case 'missing':
      return (
        <PanelMessage
          role="alert"
          icon="exclamation-triangle"
          title={words.states.missingFields}
          help={words.states.missingFieldsHelp(data.fields)}
        />
      );
    case 'none':
      return (
        <PanelMessage role="status" icon="info-circle" title={words.states.noData} help={words.states.noDataHelp} />
      );
    case 'traces':
      return search === '' ? (
        <PanelMessage role="status" icon="search" title={words.states.noTraces} help={words.states.noTracesHelp} />
      ) : (
        <PanelMessage
          role="status"
          icon="search"
          title={words.states.noMatch(search)}
          help={words.states.noMatchHelp}
        />
      );
  }
}

/** For a failed refresh: the rows of before stay, with the reason above them. */
export function QueryErrorBanner({ errors }: { errors: PanelData['errors'] }) {
  const error = errors?.[0];
  return error ? (
    <Alert severity="error" title={words.states.queryFailed}>
      {errorWords(error)}
    </Alert>
  ) : null;
}
