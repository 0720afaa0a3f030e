import type { PanelPlugin } from '@grafana/data';
import { sceneUtils } from '@grafana/scenes';
import { heatmapPanel } from './heatmap/heatmapPanel';
import { statPanel } from './stat/statPanel';
import { tablePanel } from './table/tablePanel';
import { timeSeriesPanel } from './timeseries/timeSeriesPanel';
import { tracePanel } from './trace/tracePanel';

/** Grafana's own panels are not in its npm packages; these draw the same dashboard JSON with @grafana/ui. */
const STAND_INS: Record<string, PanelPlugin> = {
  heatmap: heatmapPanel(),
  stat: statPanel(),
  table: tablePanel(),
  timeseries: timeSeriesPanel(),
  traces: tracePanel(),
};

export const STAND_IN_NAMES = Object.keys(STAND_INS);

export function registerStandIns(): void {
  for (const [pluginId, plugin] of Object.entries(STAND_INS)) {
    sceneUtils.registerRuntimePanelPlugin({ pluginId, plugin });
  }
}
