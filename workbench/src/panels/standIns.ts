import type { PanelPlugin } from '@grafana/data';
import { sceneUtils } from '@grafana/scenes';
import { statPanel } from './stat/statPanel';
import { timeSeriesPanel } from './timeseries/timeSeriesPanel';

/** Grafana's own panels are not in its npm packages; these draw the same dashboard JSON with @grafana/ui. */
const STAND_INS: Record<string, PanelPlugin> = { stat: statPanel(), timeseries: timeSeriesPanel() };

export const STAND_IN_NAMES = Object.keys(STAND_INS);

export function registerStandIns(): void {
  for (const [pluginId, plugin] of Object.entries(STAND_INS)) {
    sceneUtils.registerRuntimePanelPlugin({ pluginId, plugin });
  }
}
