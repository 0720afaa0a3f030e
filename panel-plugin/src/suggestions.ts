import { VisualizationSuggestionScore, type PanelDataSummary, type VisualizationSuggestion } from '@grafana/data';
import { readFrames } from './frames/readFrames';
import type { TracesPanelOptions } from './options/options';

/** Offers this panel in Grafana's list of suggestions for data that holds traces, and for no other. */
export function suggestTracesTable(
  summary: PanelDataSummary
): VisualizationSuggestion<TracesPanelOptions>[] | undefined {
  const isTraces = readFrames(summary.rawFrames ?? []).kind === 'traces';
  return isTraces ? [{ score: VisualizationSuggestionScore.Best }] : undefined;
}
