import type { PanelTarget } from '../frames/frameOrigin';
import { ALL_MODELS } from '../state/viewState';

/**
 * Whether all traces of the panel's query are of one model. Of a variable that is not the viewer's choice nobody knows
 * here how many it stands for, so it counts as several.
 * @param viewModel the model that the viewer chose; '' or ALL_MODELS for none
 */
export function isOneModel(target: PanelTarget | undefined, viewModel: string): boolean {
  if (viewModel !== '' && viewModel !== ALL_MODELS) {
    return true;
  }
  const [model, ...others] = target?.filters?.model ?? [];
  return model !== undefined && others.length === 0 && !/\$|\[\[/.test(model);
}
