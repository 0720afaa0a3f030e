import type { components } from '../../contract/api.gen';
import { LIMITS } from '../../contract/constants.gen';
import type { ViewState } from '../../state/viewState';
import { type TraceColumnId } from '../columns/columnLayout';
import { NUMBER_COLUMNS } from '../columns/columnWidths';

type Order = 'asc' | 'desc';

/** The columns that the trace server sorts by, all of those that it names and the table has. */
const SORTABLE: Record<Extract<components['parameters']['ListSort'], TraceColumnId>, true> = {
  start_time: true,
  duration_ms: true,
  ttft_ms: true,
  input_tokens: true,
  output_tokens: true,
  cost_usd: true,
  credits: true,
  request_id: true,
  status: true,
  model: true,
  model_type: true,
  provider: true,
  operation: true,
  deployment: true,
  deployment_version: true,
  connection: true,
  source_type: true,
  source: true,
  user_id: true,
  finish_reason: true,
  error_type: true,
};

export function isSortable(id: TraceColumnId): boolean {
  return id in SORTABLE;
}

/** Order of the rows. */
export interface Sorting {
  /** Column of the trace server's list; one that the table does not have, such as total_tokens, is possible. */
  sort: string;
  order: Order;
}

/** The order that the query asks for by itself. */
export function querySorting(target: { sort?: string | undefined; order?: Order | undefined } | undefined): Sorting {
  const { sort, order } = LIMITS.TracesQuery;
  return { sort: target?.sort ?? sort.default, order: target?.order ?? order.default };
}

/** Numbers and times begin with the largest, for which one looks; texts with the first of the alphabet. */
function firstOrder(id: TraceColumnId): Order {
  return NUMBER_COLUMNS.has(id) || id === 'start_time' ? 'desc' : 'asc';
}

/**
 * What a click on a column's header chooses: its usual order, then the other one, then none, with which the query's own
 * order is back. The query's own order is never chosen, as it is there without.
 */
export function nextSorting(id: TraceColumnId, shown: Sorting, own: Sorting): Pick<ViewState, 'sort' | 'order'> {
  const first = firstOrder(id);
  const other: Order = first === 'desc' ? 'asc' : 'desc';
  const steps: Order[] = [first, other];
  const isChosen = shown.sort === id && (own.sort !== id || own.order !== shown.order);
  const rest = isChosen ? steps.slice(steps.indexOf(shown.order) + 1) : steps;
  const order = rest.find((step) => own.sort !== id || own.order !== step);
  return order === undefined ? { sort: undefined, order: undefined } : { sort: id, order };
}
