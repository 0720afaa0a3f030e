import { DashboardCursorSync } from '@grafana/schema';
import {
  SceneControlsSpacer,
  SceneDataLayerSet,
  SceneGridLayout,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  SceneVariableSet,
  VariableValueSelectors,
  behaviors,
} from '@grafana/scenes';
import { AnnotationControls } from './AnnotationControls';
import { toAnnotationLayers } from './annotations';
import { DashboardLinks } from './DashboardLinks';
import { DashboardScene } from './DashboardScene';
import { type DashboardModel, checkSupported } from './model';
import { toGridItems } from './panels';
import { toVariable } from './variables';

/**
 * A scene that shows a saved dashboard.
 * @throws Error naming what the dashboard has that the workbench does not support
 */
export function toScene(dashboard: DashboardModel): DashboardScene {
  checkSupported(dashboard);
  const layers = toAnnotationLayers(dashboard.annotations?.list ?? []);
  return new DashboardScene(dashboard.title, {
    key: dashboard.uid,
    $timeRange: new SceneTimeRange({ ...dashboard.time, timeZone: timeZoneOf(dashboard) }),
    $variables: new SceneVariableSet({ variables: (dashboard.templating?.list ?? []).map(toVariable) }),
    ...(layers.length > 0 ? { $data: new SceneDataLayerSet({ layers }) } : {}),
    $behaviors: [new behaviors.CursorSync({ sync: dashboard.graphTooltip ?? DashboardCursorSync.Off })],
    controls: [
      new VariableValueSelectors({}),
      ...(layers.length > 0 ? [new AnnotationControls({})] : []),
      new SceneControlsSpacer(),
      new DashboardLinks(dashboard.links ?? []),
      new SceneTimePicker({}),
      new SceneRefreshPicker({ refresh: typeof dashboard.refresh === 'string' ? dashboard.refresh : '' }),
    ],
    body: new SceneGridLayout({
      isDraggable: false,
      isResizable: false,
      children: toGridItems(dashboard.panels ?? []),
    }),
  });
}

/** The browser's own time zone is what scenes take when none is named. */
const timeZoneOf = ({ timezone }: DashboardModel) => (timezone && timezone !== 'browser' ? timezone : undefined);
