import type { TimeRange } from '@grafana/data';
import React, { lazy, Suspense } from 'react';
import { chipsOf } from '../filters/chips';
import { FilterChipsRow } from '../filters/FilterChipsRow';
import type { Narrowing } from '../filters/narrowing';
import type { PanelSource } from '../source/panelSource';
import type { ViewStateHandle } from '../state/useViewState';
import type { SelectionBar } from './useSelectionBar';

const QueryBar = lazy(() => import('../queryBar/QueryBar'));

interface Props {
  state: ViewStateHandle;
  bar: SelectionBar;
  source: PanelSource | null;
  range: TimeRange;
  narrowing: Narrowing;
}

/** Below the controls: the condition as text while that is wanted, and in words what narrows the rows. */
export function SelectionRows({ state, bar, source, range, narrowing }: Props) {
  const { view, change } = state;
  const chips = chipsOf(view, bar.read?.answer?.builder ?? null);
  return (
    <>
      {bar.isTextShown && (
        <Suspense fallback={null}>
          <QueryBar
            source={source}
            range={range}
            narrowing={narrowing}
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
