import type { DataSourceApi } from '@grafana/data';
import { getDataSourceSrv, locationService } from '@grafana/runtime';
import { AdHocFiltersVariable, type SceneObject, SceneQueryRunner, VizPanelMenu, sceneGraph } from '@grafana/scenes';
import { exploreUrl } from '../explore/exploreUrl';

/** A panel's menu: what of Grafana's the workbench has. */
export function panelMenu(): VizPanelMenu {
  const menu: VizPanelMenu = new VizPanelMenu({
    items: [
      {
        text: 'Explore',
        iconClassName: 'compass',
        onClick: () => {
          void openInExplore(menu);
        },
      },
    ],
  });
  return menu;
}

/** Takes a panel's queries to Explore with the values of its variables, its ad hoc filters and its time range. */
async function openInExplore(menu: SceneObject): Promise<void> {
  const runner = sceneGraph.getData(menu);
  if (!(runner instanceof SceneQueryRunner)) {
    return;
  }
  const dataSource: DataSourceApi = await getDataSourceSrv().get(runner.state.datasource);
  const scopedVars = { __sceneObject: { value: { valueOf: () => runner } } };
  const filters = sceneGraph
    .getVariables(runner)
    .state.variables.flatMap((variable) => (variable instanceof AdHocFiltersVariable ? variable.state.filters : []));
  const { queries } = runner.state;
  const { from, to } = sceneGraph.getTimeRange(runner).state;
  locationService.push(
    exploreUrl({
      datasource: dataSource.uid,
      queries: dataSource.interpolateVariablesInQueries?.(queries, scopedVars, filters) ?? queries,
      range: { from, to },
    }),
  );
}
