import type { components } from '../../contract/api.gen.js';
import type { Query } from '../../store/store.js';
import { type Dimension, selectionCondition } from '../selection/selectionSql.js';
import { bucketSql, checkBuckets } from './intervalSql.js';
import { MEASURE_SQL } from './measuresSql.js';

type MetricsRequest = components['schemas']['MetricsRequest'];

/** The name of the groups beyond the limit, in every column that is grouped by. */
export const OTHER_GROUPS = '(other)';

function tuple(dimensions: readonly Dimension[]): string {
  return `tuple(${dimensions.map((dimension) => `toString(t.${dimension})`).join(', ')})`;
}

/** Measures per group and bucket, in a time zone that the engine knows. Rows come ordered by group, the added-up rest last, then by time. */
export function metricsQuery(request: MetricsRequest): Query {
  const condition = selectionCondition(request);
  if (request.interval !== undefined) checkBuckets(request.interval, request);
  const groups = request.group_by ?? [];
  const isGrouped = groups.length > 0;
  const time = request.interval === undefined ? [] : [`${bucketSql(request.interval)} AS time`];
  const top = `top AS (
  SELECT ${tuple(groups)} AS group_key FROM traces AS t
  WHERE ${condition.sql}
  GROUP BY group_key ORDER BY count() DESC, group_key LIMIT {series_limit:UInt32}
)`;
  const named = `if(${tuple(groups)} IN (SELECT group_key FROM top), ${tuple(groups)}, tuple(${groups.map(() => '{other:String}').join(', ')}))`;
  const columns = [
    ...time,
    ...groups.map((dimension, index) => `tupleElement(group_key, ${index + 1}) AS ${dimension}`),
    ...request.measures.map((measure) => `${MEASURE_SQL[measure]} AS ${measure}`),
  ];
  const keys = [...(isGrouped ? ['group_key'] : []), ...(time.length > 0 ? ['time'] : [])];
  const order = [
    ...(isGrouped ? [`group_key = tuple(${groups.map(() => '{other:String}').join(', ')})`] : []),
    ...keys,
  ];
  const sql = [
    ...(isGrouped ? [`WITH ${top},\n${named} AS group_key`] : []),
    `SELECT ${columns.join(',\n  ')}`,
    `FROM traces AS t`,
    `WHERE ${condition.sql}`,
    ...(keys.length > 0 ? [`GROUP BY ${keys.join(', ')}`] : []),
    // Without groups there would be a row even when there is no request.
    'HAVING count() > 0',
    ...(order.length > 0 ? [`ORDER BY ${order.join(', ')}`] : []),
  ].join('\n');
  return {
    sql,
    params: {
      ...condition.params,
      time_zone: request.time_zone,
      ...(isGrouped && { series_limit: request.series_limit, other: OTHER_GROUPS }),
    },
  };
}
