import { CoreApp, type TimeRange } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, usePanelContext } from '@grafana/ui';
import React from 'react';
import { FilterButton } from '../filters/FilterButton';
import type { Narrowing } from '../filters/narrowing';
import type { SavedSearch } from '../options/options';
import { SavedSearchesButton } from '../savedSearches/SavedSearchesButton';
import { SearchField } from '../search/SearchField';
import type { PanelSource } from '../source/panelSource';
import type { ViewStateHandle } from '../state/useViewState';
import type { SelectionBar } from './useSelectionBar';

interface Props {
  state: ViewStateHandle;
  bar: SelectionBar;
  source: PanelSource | null;
  range: TimeRange;
  narrowing: Narrowing;
  savedSearches: SavedSearch[];
  onSavedSearches: (searches: SavedSearch[]) => void;
  onOpenTrace: (requestId: string) => void;
  searchClassName: string;
}

/** The controls that narrow the rows: search field, filter builder, query bar and saved searches. */
export function SelectionControls(props: Props) {
  const { state, bar, source, range, narrowing, savedSearches, onSavedSearches, onOpenTrace, searchClassName } = props;
  // Outside of the panel editor Grafana would forget changed options when the page is left.
  const isEdited = usePanelContext().app === CoreApp.PanelEditor;
  const label = bar.isTextShown
    ? t('query-bar.hide', 'Hide the query bar')
    : t('query-bar.show', 'Write the condition as text (/)');
  return (
    <>
      <div className={searchClassName}>
        <SearchField
          value={state.view.search}
          source={source}
          onSearch={(search) => {
            state.change({ search }, 'replace');
          }}
          onOpenTrace={onOpenTrace}
        />
      </div>
      <FilterButton
        source={source}
        range={range}
        narrowing={narrowing}
        query={state.view.query}
        read={bar.read}
        onApply={(query) => {
          state.change({ query });
        }}
        onEditText={bar.showText}
      />
      <Button
        icon="brackets-curly"
        variant={bar.isTextShown ? 'primary' : 'secondary'}
        fill="outline"
        aria-label={label}
        aria-pressed={bar.isTextShown}
        tooltip={label}
        onClick={bar.isTextShown ? bar.hideText : bar.showText}
      />
      <SavedSearchesButton
        source={source}
        state={state}
        ofPanel={savedSearches}
        onPanelChange={isEdited ? onSavedSearches : undefined}
      />
    </>
  );
}
