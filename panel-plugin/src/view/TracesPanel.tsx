import { css } from '@emotion/css';
import { LoadingState, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { LoadingBar, useStyles2 } from '@grafana/ui';
import React, { lazy, Suspense, useMemo } from 'react';
import { openCompare } from '../compare/compareUrl';
import { TraceOrComparison } from '../compare/TraceOrComparison';
import { useDrawerPlace } from '../drawer/drawerPlace';
import { ExportControl } from '../export/ExportControl';
import { LiveControl } from '../live/LiveControl';
import { useLive } from '../live/useLive';
import { InsteadOfTable } from '../messages/InsteadOfTable';
import { QueryErrorBanner } from '../messages/QueryFailed';
import { AskForModel } from '../modelPicker/AskForModel';
import { useModelMemory } from '../modelPicker/useModelMemory';
import { withDefaults, type TracesPanelOptions } from '../options/options';
import { useLoadedTraces } from '../paging/useLoadedTraces';
import { tracesTarget } from '../selection/tracesTarget';
import { useViewData } from '../selection/useViewData';
import { usePanelSource } from '../source/panelSource';
import { useViewState } from '../state/useViewState';
import { Strip } from '../strip/Strip';
import { ColumnChooser } from '../table/columns/ColumnChooser';
import { useTableSetup } from '../table/columns/useTableSetup';
import { useSorting } from '../table/sort/useSorting';
import { TableFooter } from '../table/TableFooter';
import { TracesTable } from '../table/TracesTable';
import { closeTrace, openTrace, switchTrace, useOpenTraceId } from '../url/openTrace';
import { Toolbar } from './Toolbar';

/** The drawer is loaded when first needed: most views of a dashboard open no trace. */
const TraceDrawer = lazy(() => import('../drawer/TraceDrawer'));

/** Asks for the other trace first. */
function chooseCompared(): void {
  openCompare('');
}

/** Pixels of a panel below which the rows need all of the height. */
const MIN_HEIGHT_OF_STRIP = 320;

/** The panel: toolbar, table or a message in its place, and the drawer of the trace that the URL names. */
export function TracesPanel(props: PanelProps<TracesPanelOptions>) {
  const { data: queryData, id: panelId, width, height, timeZone, replaceVariables } = props;
  const styles = useStyles2(getStyles);
  const options = useMemo(() => withDefaults(props.options), [props.options]);
  const { modelVariable, searchVariable } = options;
  const variables = useMemo(() => ({ model: modelVariable, search: searchVariable }), [modelVariable, searchVariable]);
  const hiddenSections = useMemo(() => new Set(options.hiddenSections), [options.hiddenSections]);
  const state = useViewState(panelId, variables, replaceVariables);
  const { panelData: asked, retry } = useViewData(queryData, state);
  const { panelData, live } = useLive(asked, state.view.live || tracesTarget(asked)?.live === true);
  const { data, loaded, loadMore, goOn } = useLoadedTraces(panelData, options.pageSize);
  const source = usePanelSource(panelData);
  const { hasDrawer, takeDrawer } = useDrawerPlace();
  const pageTraceId = useOpenTraceId();
  const openId = hasDrawer ? pageTraceId : undefined;
  const openIndex = useMemo(() => (openId === undefined ? -1 : loaded.rows.indexOf(openId)), [loaded.rows, openId]);
  // Rows of another data source are shown, but cannot be asked for otherwise.
  const canAsk = tracesTarget(panelData) !== undefined;
  const setup = useTableSetup(options, state, { panelId, dashboardUid: queryData.request?.dashboardUID });
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
      <div className={styles.list}>
        {options.showToolbar && canAsk && (
          <Toolbar
            state={state}
            panelData={panelData}
            source={source}
            options={options}
            onOptionsChange={props.onOptionsChange}
            onOpenTrace={showTrace}
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
        {options.showStrip && canAsk && !mustChooseModel && height >= MIN_HEIGHT_OF_STRIP && (
          <Strip panelData={panelData} state={state} timeZone={timeZone} />
        )}
        <div className={styles.loadingBar}>
          {panelData.state === LoadingState.Loading && <LoadingBar width={width} />}
        </div>
        {mustChooseModel ? (
          <AskForModel source={source} onChoose={chooseModel} />
        ) : loaded.rows.length > 0 ? (
          <>
            <QueryErrorBanner errors={panelData.errors} onRetry={canAsk ? retry : undefined} />
            <TracesTable
              loaded={loaded}
              setup={setup}
              sorting={sorting}
              timeZone={timeZone}
              openId={openId}
              openIndex={openIndex}
              onOpen={(row) => {
                showTrace(row.requestId);
              }}
              onNearEnd={loadMore}
            />
            <TableFooter loaded={loaded} timeZone={timeZone} onGoOn={goOn} />
          </>
        ) : (
          <InsteadOfTable
            panelData={panelData}
            data={data}
            loaded={loaded}
            state={state}
            timeZone={timeZone}
            onRetry={retry}
            onGoOn={goOn}
          />
        )}
      </div>
      {openId !== undefined && (
        <Suspense fallback={null}>
          <TraceOrComparison
            leftId={openId}
            source={source}
            panelData={panelData}
            rows={loaded.rows}
            timeZone={timeZone}
          >
            <TraceDrawer
              requestId={openId}
              source={source}
              timeZone={timeZone}
              panelWidth={width}
              hiddenSections={hiddenSections}
              linkTemplates={options.linkTemplates}
              previousId={openIndex > 0 ? loaded.rows.at(openIndex - 1)?.requestId : undefined}
              nextId={openIndex >= 0 ? loaded.rows.at(openIndex + 1)?.requestId : undefined}
              onCompare={chooseCompared}
              onShow={switchTrace}
              onClose={closeTrace}
            />
          </TraceOrComparison>
        </Suspense>
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
