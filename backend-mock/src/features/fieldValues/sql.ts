import type { Query } from '../../store/store.js';
import { type Dimension, type Selection, selectionCondition } from '../selection/selectionSql.js';

/**
 * Values of a field with their number of requests, most frequent first; requests without a value do not count.
 * A filter on the field itself is left out: it would hide the other values one may want to choose.
 */
export function fieldValuesQuery(
  field: Dimension,
  selection: Selection,
  contains: string | undefined,
  limit: number,
): Query {
  const condition = selectionCondition({ ...selection, filters: { ...selection.filters, [field]: [] } });
  const containsSql =
    contains === undefined || contains === ''
      ? ''
      : `\n  AND positionCaseInsensitiveUTF8(t.${field}, {contains:String}) > 0`;
  return {
    sql: `SELECT toString(t.${field}) AS value, count() AS requests FROM traces AS t
WHERE t.${field} != '' AND ${condition.sql}${containsSql}
GROUP BY value ORDER BY requests DESC, value LIMIT {limit:UInt32}`,
    params: { ...condition.params, limit, ...(containsSql !== '' && { contains: contains ?? '' }) },
  };
}
