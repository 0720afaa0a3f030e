import type { PanelData } from '@grafana/data';
import React, { lazy, Suspense, useMemo } from 'react';
import { openCompare } from '../compare/compareUrl';
import { TraceOrComparison } from '../compare/TraceOrComparison';
import { addCondition } from '../filters/addCondition';
import type { TracesPanelOptions } from '../options/options';
import type { LoadedTraces } from '../paging/TracePager';
import { neighborsOf } from '../selection/neighborsOf';
import { selectedTraces } from '../selection/selectedTraces';
import { tracesTarget } from '../selection/tracesTarget';
import type { PanelSource } from '../source/panelSource';
import type { ViewStateHandle } from '../state/useViewState';
import { closeTrace, switchTrace } from '../url/openTrace';

const loadDrawer = () => import('../drawer/TraceDrawer');

/** The drawer is loaded when first needed: most views of a dashboard open no trace. */
const TraceDrawer = lazy(loadDrawer);

/** Loads the drawer before it is needed, so that the first trace opens as fast as the others. */
export function prepareDrawer(): void {
  // Whether it came is seen when it is needed.
  loadDrawer().catch(() => undefined);
}

/** Asks for the other trace first. */
function chooseCompared(): void {
  openCompare('');
}

interface Props {
  requestId: string;
  /** Place of its row among the loaded ones, or -1. */
  index: number;
  loaded: LoadedTraces;
  panelData: PanelData;
  source: PanelSource | null | undefined;
  options: TracesPanelOptions;
  state: ViewStateHandle;
  panelWidth: number;
  timeZone: string;
}

/** The trace that the URL names, alone or beside another one. */
export function OpenTrace(props: Props) {
  const { requestId, index, loaded, panelData, source, options, state, panelWidth, timeZone } = props;
  const hiddenSections = useMemo(() => new Set(options.hiddenSections), [options.hiddenSections]);
  const selected = useMemo(() => selectedTraces(panelData, state.view.model), [panelData, state.view.model]);
  // While other rows are on their way it is not known which list they are of.
  const findNeighbors = useMemo(
    () => (selected && source ? (id: string) => neighborsOf(source, selected, id) : undefined),
    [selected, source]
  );
  const list = JSON.stringify([source?.ref?.uid, tracesTarget(panelData)]);
  const row = loaded.rows.at(index);
  const preview = useMemo(() => row && { input: row.text('input_preview'), output: row.text('output_preview') }, [row]);
  return (
    <Suspense fallback={null}>
      <TraceOrComparison
        leftId={requestId}
        source={source}
        panelData={panelData}
        rows={loaded.rows}
        timeZone={timeZone}
      >
        <TraceDrawer
          requestId={requestId}
          source={source}
          timeZone={timeZone}
          panelWidth={panelWidth}
          hiddenSections={hiddenSections}
          linkTemplates={options.linkTemplates}
          previousId={index > 0 ? loaded.rows.at(index - 1)?.requestId : undefined}
          nextId={index >= 0 ? loaded.rows.at(index + 1)?.requestId : undefined}
          preview={preview}
          list={list}
          neighborsOf={findNeighbors}
          onFilter={(condition) => {
            state.change({ query: addCondition(state.view.query, condition) });
          }}
          onCompare={chooseCompared}
          onShow={switchTrace}
          onClose={closeTrace}
        />
      </TraceOrComparison>
    </Suspense>
  );
}
