import { ALL_DIMENSIONS, type Dimension, type Selection } from './selectionSql.js';

/** A selection as a query string carries it: filters are parameters of their own. */
export type SelectionQuery = Partial<Record<Dimension, string[]>> & {
  from?: string;
  to?: string;
  q?: string;
  query?: string;
  condition?: string[];
};

/** Gathers the filters of a query string. */
export function selectionOfQuery(query: SelectionQuery): Selection {
  const given = ALL_DIMENSIONS.flatMap((dimension) => {
    const values = query[dimension];
    return values === undefined ? [] : [[dimension, values] as const];
  });
  const { from, to, q, query: text, condition } = query;
  return { from, to, q, query: text, condition, filters: Object.fromEntries(given) };
}
