import type { components } from '../contract/api.gen';
import { getResource, type PanelSource } from '../source/panelSource';
import type { SelectedTraces } from './selectedTraces';

/**
 * Parameters of the data source's resource `neighbors` for the list that the table shows: those of the trace server's
 * `GET /api/v1/traces`, with the dashboard's ad hoc filters and the point of a chart as saved queries have them.
 */
export function neighborsParameters({ query, from, to }: SelectedTraces, requestId: string): Record<string, unknown> {
  const { filters, search, query: condition, adhocFilters, conditions, within, sort, order } = query;
  return {
    ...filters,
    request_id: requestId,
    from,
    to,
    ...(search && { q: search }),
    ...(condition && { query: condition }),
    ...(conditions?.length && { condition: [...conditions] }),
    ...(adhocFilters?.length && { adhocFilters: JSON.stringify(adhocFilters) }),
    ...(within?.start && { within: JSON.stringify(within) }),
    ...(sort && { sort }),
    ...(order && { order }),
  };
}

/** Request ids of the rows before and after one, which need not be loaded nor in the list itself. */
export async function neighborsOf(
  source: PanelSource | null,
  selected: SelectedTraces,
  requestId: string
): Promise<{ previous?: string; next?: string }> {
  const answer = await getResource(source, 'neighbors', neighborsParameters(selected, requestId));
  const { previous, next } = answer as components['schemas']['TraceNeighbors'];
  return { ...(previous !== null && { previous }), ...(next !== null && { next }) };
}
