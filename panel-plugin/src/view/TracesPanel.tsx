import { css } from '@emotion/css';
import { LoadingState, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { LoadingBar, useStyles2 } from '@grafana/ui';
import React, { lazy, Suspense, useMemo } from 'react';
import { useDrawerPlace } from '../drawer/drawerPlace';
import { InsteadOfTable, QueryErrorBanner } from '../messages/InsteadOfTable';
import { withDefaults, type TracesPanelOptions } from '../options/options';
import { useLoadedTraces } from '../paging/useLoadedTraces';
import { tracesTarget } from '../selection/tracesTarget';
import { useViewData } from '../selection/useViewData';
import { usePanelSource } from '../source/panelSource';
import { useViewState } from '../state/useViewState';
import { TableFooter } from '../table/TableFooter';
import { TracesTable } from '../table/TracesTable';
import { closeTrace, openTrace, switchTrace, useOpenTraceId } from '../url/openTrace';
import { Toolbar } from './Toolbar';

/** The drawer is loaded when first needed: most views of a dashboard open no trace. */
const TraceDrawer = lazy(() => import('../drawer/TraceDrawer'));

/** The panel: toolbar, table or a message in its place, and the drawer of the trace that the URL names. */
export function TracesPanel(props: PanelProps<TracesPanelOptions>) {
  const { data: queryData, id: panelId, width, height, timeZone, replaceVariables } = props;
  const styles = useStyles2(getStyles);
  const options = useMemo(() => withDefaults(props.options), [props.options]);
  const { modelVariable, searchVariable } = options;
  const variables = useMemo(() => ({ model: modelVariable, search: searchVariable }), [modelVariable, searchVariable]);
  const state = useViewState(panelId, variables, replaceVariables);
  const panelData = useViewData(queryData, state);
  const { data, loaded, loadMore, retry } = useLoadedTraces(panelData);
  const source = usePanelSource(panelData);
  const { hasDrawer, takeDrawer } = useDrawerPlace();
  const pageTraceId = useOpenTraceId();
  const openId = hasDrawer ? pageTraceId : undefined;
  const openIndex = useMemo(
    () => (openId === undefined ? -1 : loaded.rows.findIndex((row) => row.requestId === openId)),
    [loaded.rows, openId]
  );
  // Rows of another data source are shown, but cannot be asked for otherwise.
  const canAsk = tracesTarget(panelData) !== undefined;

  return (
    <div className={styles.panel} style={{ width, height }}>
      <div className={styles.list}>
        {options.showToolbar && canAsk && <Toolbar state={state} />}
        <div className={styles.loadingBar}>
          {panelData.state === LoadingState.Loading && <LoadingBar width={width} />}
        </div>
        {loaded.rows.length > 0 ? (
          <>
            <QueryErrorBanner errors={panelData.errors} />
            <TracesTable
              loaded={loaded}
              options={options}
              timeZone={timeZone}
              isOpen={openId !== undefined}
              openIndex={openIndex}
              onOpen={(row) => {
                takeDrawer();
                openTrace(row.requestId);
              }}
              onNearEnd={loadMore}
            />
            <TableFooter loaded={loaded} onRetry={retry} />
          </>
        ) : (
          <InsteadOfTable panelData={panelData} data={data} search={state.view.search} />
        )}
      </div>
      {openId !== undefined && (
        <Suspense fallback={null}>
          <TraceDrawer
            requestId={openId}
            source={source}
            timeZone={timeZone}
            panelWidth={width}
            previousId={openIndex > 0 ? loaded.rows[openIndex - 1]?.requestId : undefined}
            nextId={openIndex >= 0 ? loaded.rows[openIndex + 1]?.requestId : undefined}
            onShow={switchTrace}
            onClose={closeTrace}
          />
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
