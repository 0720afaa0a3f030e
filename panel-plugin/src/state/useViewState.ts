import type { InterpolateFunction } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { variableModel, variableParameter, variableText } from './dashboardVariable';
import { readViewState, viewParameterPrefix, viewParameters, type ViewState } from './viewState';

/** Names, without `$`, of the dashboard's variables that hold a part of the state where they exist. */
export interface StateVariables {
  model: string;
  search: string;
}

/** `push` makes a step that Back takes back; `replace` does not, as for half-typed words. */
export type HistoryStep = 'push' | 'replace';

export interface ViewStateHandle {
  view: ViewState;
  /** Which parts the dashboard's own queries already follow, because a variable holds them. */
  inVariables: Record<keyof StateVariables, boolean>;
  change: (part: Partial<ViewState>, history?: HistoryStep) => void;
  /** URL parameters for such a change, for links; null takes one away. */
  parametersOf: (part: Partial<ViewState>) => Record<string, string | null>;
}

function subscribe(listener: () => void): () => void {
  const subscription = locationService.getLocationObservable().subscribe(listener);
  return () => {
    subscription.unsubscribe();
  };
}

/** Only this panel's parameters, so that nothing else in the address makes another state. */
function ownParameters(panelId: number): string {
  const own = [...locationService.getSearch()].filter(([name]) => name.startsWith(viewParameterPrefix(panelId)));
  return new URLSearchParams(own).toString();
}

/** The panel's state, followed through Back, Forward and changes of the dashboard's variables. */
export function useViewState(
  panelId: number,
  variables: StateVariables,
  replaceVariables: InterpolateFunction
): ViewStateHandle {
  const address = useSyncExternalStore(subscribe, () => ownParameters(panelId));
  const model = variableModel(variables.model, replaceVariables);
  const search = variableText(variables.search, replaceVariables);
  const hasModel = model !== undefined;
  const hasSearch = search !== undefined;
  const view = useMemo(() => {
    const own = readViewState(new URLSearchParams(address), panelId);
    return { ...own, model: model ?? own.model, search: search ?? own.search };
  }, [address, panelId, model, search]);
  const inVariables = useMemo(() => ({ model: hasModel, search: hasSearch }), [hasModel, hasSearch]);
  const parametersOf = useCallback(
    ({ model: newModel, search: newSearch, ...part }: Partial<ViewState>) => {
      const own: Partial<ViewState> = { ...part };
      const inDashboard: Record<string, string> = {};
      for (const [key, value, isVariable] of [
        ['model', newModel, hasModel],
        ['search', newSearch, hasSearch],
      ] as const) {
        if (value !== undefined && isVariable) {
          inDashboard[variableParameter(variables[key])] = value;
        } else if (value !== undefined) {
          own[key] = value;
        }
      }
      return { ...viewParameters(own, panelId), ...inDashboard };
    },
    [hasModel, hasSearch, panelId, variables]
  );
  const change = useCallback(
    (part: Partial<ViewState>, history: HistoryStep = 'push') => {
      locationService.partial(parametersOf(part), history === 'replace');
    },
    [parametersOf]
  );
  return useMemo(() => ({ view, inVariables, change, parametersOf }), [view, inVariables, change, parametersOf]);
}
