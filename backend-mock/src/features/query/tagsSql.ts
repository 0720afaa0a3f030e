import type { Query } from '../../store/store.js';
import { type Selection, selectionCondition } from '../selection/selectionSql.js';

/** Names of tags and values are anyone's text: so many different ones are counted, further ones are left out. */
const BOUNDED = "SETTINGS max_rows_to_group_by = 10000, group_by_overflow_mode = 'any'";

function mostFrequent(rows: string, selection: Selection, contains: string, limit: number, params = {}): Query {
  const condition = selectionCondition(selection);
  return {
    sql: `SELECT value, count() AS requests
FROM (SELECT ${rows} AS value FROM traces AS t WHERE ${condition.sql})
WHERE value != '' AND (empty({contains:String}) OR positionCaseInsensitiveUTF8(value, {contains:String}) > 0)
GROUP BY value ORDER BY requests DESC, value LIMIT {limit:UInt32}
${BOUNDED}`,
    params: { ...condition.params, ...params, contains, limit },
  };
}

/** Names of tags that contain a text with their number of requests, most frequent first. */
export function tagNamesQuery(selection: Selection, contains: string, limit: number): Query {
  return mostFrequent('arrayJoin(mapKeys(t.tags))', selection, contains, limit);
}

/** Values of a tag that contain a text with their number of requests, most frequent first. */
export function tagValuesQuery(tag: string, selection: Selection, contains: string, limit: number): Query {
  return mostFrequent('t.tags[{tag:String}]', selection, contains, limit, { tag });
}
