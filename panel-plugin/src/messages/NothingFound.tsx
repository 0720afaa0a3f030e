import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type PanelData } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import { visibleText } from '../hostile/visibleText';
import { canChangeRange, changeRange } from '../ranges/changeRange';
import { rangeEndingWith } from '../ranges/quickRanges';
import type { ViewStateHandle } from '../state/useViewState';
import { activeParts, type ActivePart } from './activeParts';
import { PanelMessage } from './PanelMessage';
import { hasQuotedWildcard } from './quotedWildcard';
import { useNewestTrace, type NewestTrace } from './useNewestTrace';

interface Props {
  panelData: PanelData;
  state: ViewStateHandle;
  timeZone: string;
}

/** No trace in the time range, or none that matches: what narrows the list, and how to see some. */
export function NothingFound({ panelData, state, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const newest = useNewestTrace(panelData);
  const parts = activeParts(state.view, panelData);
  const canGo = canChangeRange(panelData);
  return (
    <PanelMessage role="status" icon="search" title={titleOf(parts, state)} help={newestWords(newest, parts, timeZone)}>
      {parts.length > 0 && (
        <ul className={styles.parts} aria-label={t('states.active', 'What narrows the list')}>
          {parts.map(({ id, words }) => (
            <li key={id}>{words}</li>
          ))}
          {hasQuotedWildcard(state.view.query) && (
            <li>
              {t(
                'states.quoted-wildcard',
                'In quotation marks * and ? are ordinary characters. Without them they stand for any text.'
              )}
            </li>
          )}
        </ul>
      )}
      {newest.kind === 'found' && canGo && (
        <Button
          onClick={() => {
            changeRange(rangeEndingWith(newest.timeMs, lengthOf(panelData)));
          }}
        >
          {t('states.go-to-newest', 'Go to the newest')}
        </Button>
      )}
      {parts.map(
        ({ id, clearWords, change }) =>
          change && (
            <Button
              key={id}
              variant="secondary"
              onClick={() => {
                state.change(change);
              }}
            >
              {clearWords}
            </Button>
          )
      )}
    </PanelMessage>
  );
}

function lengthOf({ timeRange }: PanelData): number {
  return timeRange.to.valueOf() - timeRange.from.valueOf();
}

function titleOf(parts: readonly ActivePart[], { view }: ViewStateHandle): string {
  if (view.search.trim() !== '') {
    return t('states.no-match', 'No trace matches “{{search}}”', {
      search: visibleText(view.search),
      interpolation: { escapeValue: false },
    });
  }
  return parts.some(({ id }) => id === 'query' || id === 'dashboard')
    ? t('states.no-match-filters', 'No trace matches the filters')
    : t('states.no-traces', 'No traces in this time range');
}

function newestWords(newest: NewestTrace, parts: readonly ActivePart[], timeZone: string): string {
  switch (newest.kind) {
    case 'looking':
      return t('states.looking', 'Looking for the newest of any time…');
    case 'found':
      return t('states.newest', 'The newest is from {{time}}.', {
        time: dateTimeFormat(newest.timeMs, { timeZone }),
        interpolation: { escapeValue: false },
      });
    case 'none':
      return parts.length > 0
        ? t('states.never-matched', 'There is none at any other time either.')
        : t('states.never-any', 'There is none at any other time either. Send traces to the trace server first.');
    case 'unknown':
      return t('states.change-range', 'Choose a longer time range or fewer filters.');
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  parts: css({
    flexBasis: '100%',
    listStyle: 'none',
    overflowWrap: 'anywhere',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
