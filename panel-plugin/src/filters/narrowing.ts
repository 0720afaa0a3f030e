import type { PanelTarget } from '../frames/frameOrigin';
import type { SelectedTraces } from '../selection/selectedTraces';
import { quotedValue } from '../selection/viewConditions';
import type { ViewState } from '../state/viewState';

/** What of the panel's selection holds whatever is being edited, besides the time range. */
export interface Narrowing {
  filters: NonNullable<PanelTarget['filters']>;
  /** In the query language; all of them hold. */
  conditions: string[];
  adhocFilters: NonNullable<PanelTarget['adhocFilters']>;
}

const NONE: Narrowing = { filters: {}, conditions: [], adhocFilters: [] };

/**
 * What narrows the values on offer: the panel's own query, the dashboard's filters and the model. Not the viewer's
 * condition, which is being edited, nor searched texts, for which payloads would be read at every key.
 */
export function narrowingOf(
  selected: SelectedTraces | undefined,
  { query: edited, search }: Pick<ViewState, 'query' | 'search'>
): Narrowing {
  if (!selected) {
    return NONE;
  }
  const { filters = {}, query = '', conditions = [], adhocFilters = [] } = selected.query;
  const left = [edited, quotedValue(search)];
  return {
    filters,
    conditions: [query, ...conditions].filter((condition) => condition.trim() !== '' && !left.includes(condition)),
    adhocFilters,
  };
}

/** With one more condition that holds; an empty one changes nothing. */
export function alsoNarrowedBy(narrowing: Narrowing, condition: string): Narrowing {
  return condition.trim() === '' ? narrowing : { ...narrowing, conditions: [...narrowing.conditions, condition] };
}
