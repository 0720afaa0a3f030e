import type { PanelData } from '@grafana/data';
import { targetsOf } from '../frames/frameOrigin';
import { tracesTarget } from '../selection/tracesTarget';
import { ALL_MODELS, type ViewState } from '../state/viewState';

/**
 * The models that the panel's query is of by itself, so that a viewer cannot choose another: as in Explore after a click on
 * a chart. Empty where it is of all.
 * @param isVariable whether the viewer's choice is a variable of the dashboard, which the query's filter then is
 */
export function modelsOfQuery(panelData: Pick<PanelData, 'request' | 'series'>, isVariable: boolean): string[] {
  const asked = tracesTarget(panelData);
  if (isVariable || !asked) {
    return [];
  }
  // The frame has the values of variables; before the first one there is the query as it was saved.
  const shown = targetsOf({ series: panelData.series }).find(({ refId }) => refId === asked.refId);
  const models = (shown ?? asked).filters?.model ?? [];
  return models.includes(ALL_MODELS) || models.some(hasVariable) ? [] : models.filter((model) => model !== '');
}

/** The one model of the query, unless the viewer's choice is another, which then must be seen to be taken back. */
export function onlyModel(models: readonly string[], { model }: Pick<ViewState, 'model'>): string | undefined {
  const [only] = models;
  return models.length === 1 && (model === '' || model === ALL_MODELS || model === only) ? only : undefined;
}

function hasVariable(text: string): boolean {
  return /\$\w|\$\{|\[\[/.test(text);
}
