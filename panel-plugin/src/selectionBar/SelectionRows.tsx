import type { TimeRange } from '@grafana/data';
import React, { lazy, Suspense } from 'react';
import { chipsOf } from '../filters/chips';
import { FilterChipsRow } from '../filters/FilterChipsRow';
import type { PanelSource } from '../source/panelSource';
import type { ViewStateHandle } from '../state/useViewState';
import type { SelectionBar } from './useSelectionBar';

const QueryBar = lazy(() => import('../queryBar/QueryBar'));

interface Props {
  state: ViewStateHandle;
  bar: SelectionBar;
  source: PanelSource | null;
  range: TimeRange;
}

/** Below the controls: the condition as text while that is wanted, and in words what narrows the rows. */
export function SelectionRows({ state, bar, source, range }: Props) {
  const { view, change } = state;
  const chips = chipsOf(view, bar.read?.answer?.builder ?? null);
  return (
    <>
      {bar.isTextShown && (
        <Suspense fallback={null}>
          <QueryBar
            source={source}
            range={range}
            query={view.query}
            refusal={bar.refusal}
            onApply={(query) => {
              change({ query });
            }}
            onClose={bar.hideText}
          />
        </Suspense>
      )}
      {chips.chips.length > 0 && (
        <FilterChipsRow {...chips} source={source} onChange={change} onEditText={bar.showText} />
      )}
    </>
  );
}
