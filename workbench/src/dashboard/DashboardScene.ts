import { CoreApp, type DataQueryRequest } from '@grafana/data';
import {
  type DataRequestEnricher,
  EmbeddedScene,
  type EmbeddedSceneState,
  type SceneObject,
  VizPanel,
} from '@grafana/scenes';

/** A dashboard, which tells data sources where their queries come from as Grafana's dashboards do. */
export class DashboardScene extends EmbeddedScene implements DataRequestEnricher {
  constructor(
    private readonly title: string,
    state: EmbeddedSceneState,
  ) {
    super(state);
  }

  enrichDataRequest(source: SceneObject): Partial<DataQueryRequest> {
    const panel = closestPanel(source);
    const panelId = Number(panel?.state.key?.replace('panel-', ''));
    return {
      app: CoreApp.Dashboard,
      dashboardTitle: this.title,
      ...(this.state.key ? { dashboardUID: this.state.key } : {}),
      ...(Number.isInteger(panelId) ? { panelId } : {}),
    };
  }
}

function closestPanel(source: SceneObject): VizPanel | undefined {
  const parent = source.parent;
  return !parent || parent instanceof VizPanel ? parent : closestPanel(parent);
}
