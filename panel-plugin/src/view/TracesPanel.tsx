import { css } from '@emotion/css';
import { LoadingState, type GrafanaTheme2, type PanelData, type PanelProps } from '@grafana/data';
import { LoadingBar, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { useDrawerPlace } from '../drawer/drawerPlace';
import { ExportControl } from '../export/ExportControl';
import { LiveControl } from '../live/LiveControl';
import { useLive } from '../live/useLive';
import { ReadOnlyNote } from '../messages/ReadOnlyNote';
import { AskForModel } from '../modelPicker/AskForModel';
import { useModelMemory } from '../modelPicker/useModelMemory';
import { withDefaults, type TracesPanelOptions } from '../options/options';
import { useLoadedTraces } from '../paging/useLoadedTraces';
import { isOneModel } from '../selection/oneModel';
import { tracesTarget } from '../selection/tracesTarget';
import { useViewData } from '../selection/useViewData';
import { usePanelSource } from '../source/panelSource';
import { useViewState, type ViewStateHandle } from '../state/useViewState';
import { Strip } from '../strip/Strip';
import { ColumnChooser } from '../table/columns/ColumnChooser';
import { useTableSetup } from '../table/columns/useTableSetup';
import { useSorting } from '../table/sort/useSorting';
import { openTrace, useOpenTraceId } from '../url/openTrace';
import { ListBody } from './ListBody';
import { OpenTrace, prepareDrawer } from './OpenTrace';
import { Toolbar } from './Toolbar';

/** Pixels of a panel below which the rows need all of the height. */
const MIN_HEIGHT_OF_STRIP = 320;

function hasStrip({ showStrip }: TracesPanelOptions, height: number): boolean {
  return showStrip && height >= MIN_HEIGHT_OF_STRIP;
}

/** By the viewer, or by the saved query. */
function wantsLive(panelData: PanelData, { view }: ViewStateHandle): boolean {
  return view.live || tracesTarget(panelData)?.live === true;
}

/** The panel: toolbar, table or a message in its place, and the drawer of the trace that the URL names. */
export function TracesPanel(props: PanelProps<TracesPanelOptions>) {
  const { data: queryData, id: panelId, width, height, timeZone, replaceVariables } = props;
  const styles = useStyles2(getStyles);
  const options = useMemo(() => withDefaults(props.options), [props.options]);
  const { modelVariable, searchVariable } = options;
  const variables = useMemo(() => ({ model: modelVariable, search: searchVariable }), [modelVariable, searchVariable]);
  const state = useViewState(panelId, variables, replaceVariables);
  const { panelData: asked, retry } = useViewData(queryData, state);
  const { panelData, live } = useLive(asked, wantsLive(asked, state));
  const { data, loaded, loadMore, goOn } = useLoadedTraces(panelData, options.pageSize);
  const source = usePanelSource(panelData);
  const { hasDrawer, takeDrawer } = useDrawerPlace();
  const pageTraceId = useOpenTraceId();
  const openId = hasDrawer ? pageTraceId : undefined;
  const openIndex = useMemo(() => (openId === undefined ? -1 : loaded.rows.indexOf(openId)), [loaded.rows, openId]);
  // Rows of another data source are shown, but cannot be asked for otherwise.
  const canAsk = tracesTarget(panelData) !== undefined;
  const setup = useTableSetup(options, state, {
    panelId,
    dashboardUid: queryData.request?.dashboardUID,
    isOneModel: isOneModel(tracesTarget(queryData), state.view.model),
  });
  const sorting = useSorting(tracesTarget(queryData), state);
  const chooseModel = (model: string) => {
    state.change({ model });
  };
  const showTrace = (requestId: string) => {
    takeDrawer();
    openTrace(requestId);
  };
  const mustChooseModel = useModelMemory({ askForModel: options.askForModel && canAsk, source, state });

  return (
    <div className={styles.panel} style={{ width, height }}>
      <div className={styles.list} onPointerEnter={prepareDrawer} onFocus={prepareDrawer}>
        {options.showToolbar && canAsk && (
          <Toolbar
            state={state}
            panelData={panelData}
            source={source}
            options={options}
            onOptionsChange={props.onOptionsChange}
            onOpenTrace={showTrace}
            hasRows={loaded.rows.length > 0}
            actions={
              <>
                <LiveControl
                  panelData={asked}
                  live={live}
                  isOn={state.view.live}
                  onChange={(isOn) => {
                    state.change({ live: isOn });
                  }}
                />
                <ExportControl
                  panelId={panelId}
                  panelData={panelData}
                  model={state.view.model}
                  source={source}
                  timeZone={timeZone}
                />
                <ColumnChooser setup={setup} />
              </>
            }
          />
        )}
        {canAsk && !mustChooseModel && hasStrip(options, height) && (
          <Strip panelData={panelData} state={state} timeZone={timeZone} />
        )}
        {!canAsk && loaded.rows.length > 0 && <ReadOnlyNote />}
        <div className={styles.loadingBar}>
          {panelData.state === LoadingState.Loading && <LoadingBar width={width} />}
        </div>
        {mustChooseModel ? (
          <AskForModel source={source} onChoose={chooseModel} />
        ) : (
          <ListBody
            panelData={panelData}
            data={data}
            loaded={loaded}
            state={state}
            setup={setup}
            sorting={sorting}
            timeZone={timeZone}
            openId={openId}
            openIndex={openIndex}
            onOpen={showTrace}
            onNearEnd={loadMore}
            onRetry={retry}
            onGoOn={goOn}
          />
        )}
      </div>
      {openId !== undefined && (
        <OpenTrace
          requestId={openId}
          index={openIndex}
          loaded={loaded}
          panelData={panelData}
          source={source}
          options={options}
          state={state}
          panelWidth={width}
          timeZone={timeZone}
        />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // The open trace stands beside the list where there is room for both.
  panel: css({ display: 'flex', overflow: 'hidden' }),
  list: css({
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 0',
    minWidth: 0,
    overflow: 'hidden',
    gap: theme.spacing(0.5),
  }),
  loadingBar: css({ height: 1, flexShrink: 0 }),
});
