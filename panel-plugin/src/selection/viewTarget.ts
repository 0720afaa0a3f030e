import type { PanelTarget } from '../frames/frameOrigin';
import type { ViewState } from '../state/viewState';
import { viewConditions } from './viewConditions';

/** Whether the panel's own query shows something else than what the viewer chose. */
export function viewDiffers(view: ViewState, inVariables: { model: boolean; search: boolean }): boolean {
  return (
    view.live || view.sort !== undefined || view.order !== undefined || viewConditions(view, inVariables).length > 0
  );
}

/**
 * The panel's query of type `traces` with what the viewer chose: further conditions, and another order. Live needs
 * traces as they come, so it takes the place of any order.
 */
export function viewTarget(
  target: PanelTarget,
  view: ViewState,
  inVariables: { model: boolean; search: boolean }
): PanelTarget {
  const conditions = [...(target.conditions ?? []), ...viewConditions(view, inVariables)];
  const order = view.live
    ? { live: true, sort: 'start_time', order: 'desc' as const }
    : { ...(view.sort !== undefined && { sort: view.sort }), ...(view.order !== undefined && { order: view.order }) };
  return { ...target, ...(conditions.length > 0 && { conditions }), ...order };
}
