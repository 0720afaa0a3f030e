import type { Query } from '../../store/store.js';
import { type Dimension, selectionCondition, selectionParts, timeRange } from '../selection/selectionSql.js';
import { type AggregateName, aggregateSql, mergedSql, partialSql } from './aggregatesSql.js';
import { bucketSql } from './intervalSql.js';
import { aggregatesOf, measureSql } from './measuresSql.js';
import type { MetricsRequest } from './metricsRequest.js';
import type { Plan } from './plan.js';
import { cellSql, cellStartSql, cellTime } from './rollups.js';

/** The name of the groups beyond the limit, in every column that is grouped by. */
export const OTHER_GROUPS = '(other)';

/** Where aggregates come from: rows, or partial aggregates that are merged. */
interface Source {
  /** FROM, and WHERE where it is needed. */
  from: string;
  bucket: string;
  groupKey: string;
  of: (name: AggregateName) => string;
  params: Query['params'];
}

function keyOf(dimensions: readonly Dimension[]): string {
  return `tuple(${dimensions.map((dimension) => `toString(t.${dimension})`).join(', ')})`;
}

function fromRows(request: MetricsRequest, plan: Plan): Source {
  const condition = selectionCondition(request);
  return {
    from: `traces AS t\nWHERE ${condition.sql}`,
    bucket: request.interval === undefined ? '' : bucketSql(request.interval, 't.start_time'),
    groupKey: keyOf(request.group_by ?? []),
    of: (name) => aggregateSql(name, plan.method ?? 'exact'),
    params: condition.params,
  };
}

/** Partial aggregates of the full cells from a rollup, and of the rows before and after them. */
function fromCells(request: MetricsRequest, cells: NonNullable<Plan['cells']>): Source {
  const { rest } = selectionParts(request);
  const { from = '', to = '' } = timeRange(request);
  const { rollup, first, end } = cells;
  const needed = new Set<AggregateName>(['requests', ...aggregatesOf(request.measures)]);
  const columns = [...needed].map((name) => `${partialSql(name)} AS part_${name}`);
  const keys = [
    ...(request.interval === undefined ? [] : ['bucket']),
    ...(request.group_by?.length ? ['group_key'] : []),
  ];
  const partial = (time: string, where: string) => {
    const keyColumns = keys.map((key) =>
      key === 'bucket'
        ? `${bucketSql(request.interval ?? '', time)} AS bucket`
        : `${keyOf(request.group_by ?? [])} AS group_key`,
    );
    return `SELECT ${[...keyColumns, ...columns].join(', ')}
FROM traces AS t
WHERE ${rest.sql} AND ${where}${keys.length > 0 ? `\nGROUP BY ${keys.join(', ')}` : ''}`;
  };
  const time = (name: string) => `{${name}:DateTime64(6, 'UTC')}`;
  const before = `t.start_time >= ${time('from')} AND t.start_time < ${time('cells_from')}`;
  const after = `t.start_time >= ${time('cells_to')} AND t.start_time < ${time('to')}`;
  const [cells_from, cells_to] = [cellTime(rollup.cellSeconds, first), cellTime(rollup.cellSeconds, end)];
  const edges = [...(from < cells_from ? [`(${before})`] : []), ...(cells_to < to ? [`(${after})`] : [])];
  const cell = cellSql(rollup);
  const selects = [
    partial(cellStartSql(rollup), `${cell} >= {first_cell:Int64} AND ${cell} < {end_cell:Int64}`),
    ...(edges.length > 0 ? [partial('t.start_time', `(${edges.join(' OR ')})`)] : []),
  ];
  return {
    from: `(\n${selects.join('\nUNION ALL\n')}\n) AS parts`,
    bucket: 'parts.bucket',
    groupKey: 'parts.group_key',
    of: (name) => mergedSql(name, `parts.part_${name}`),
    params: { ...rest.params, from, to, cells_from, cells_to, first_cell: first, end_cell: end },
  };
}

/**
 * Measures per group and bucket, in a time zone that the engine knows. Rows come ordered by group, the added-up rest last,
 * then by time.
 */
export function metricsQuery(request: MetricsRequest, plan: Plan): Query {
  const source = plan.cells ? fromCells(request, plan.cells) : fromRows(request, plan);
  const groups = request.group_by ?? [];
  const isGrouped = groups.length > 0;
  const requests = source.of('requests');
  const others = `tuple(${groups.map(() => '{other:String}').join(', ')})`;
  // Ranked by all of the range, so that a group is the same series in every bucket.
  const top = `top AS (
  SELECT ${source.groupKey} AS group_name FROM ${source.from}
  GROUP BY group_name ORDER BY ${requests} DESC, group_name LIMIT {series_limit:UInt32}
)`;
  const named = `if(${source.groupKey} IN (SELECT group_name FROM top), ${source.groupKey}, ${others}) AS group_name`;
  const columns = [
    ...(request.interval === undefined ? [] : [`${source.bucket} AS time`]),
    ...groups.map((dimension, index) => `tupleElement(group_name, ${index + 1}) AS ${dimension}`),
    ...request.measures.map((measure) => `${measureSql(measure, source.of)} AS ${measure}`),
  ];
  const keys = [...(isGrouped ? ['group_name'] : []), ...(request.interval === undefined ? [] : ['time'])];
  const order = [...(isGrouped ? [`group_name = ${others}`] : []), ...keys];
  const sql = [
    ...(isGrouped ? [`WITH ${top},\n${named}`] : []),
    `SELECT ${columns.join(',\n  ')}`,
    `FROM ${source.from}`,
    ...(keys.length > 0 ? [`GROUP BY ${keys.join(', ')}`] : []),
    // Without groups there would be a row even when there is no request.
    `HAVING ${requests} > 0`,
    ...(order.length > 0 ? [`ORDER BY ${order.join(', ')}`] : []),
  ].join('\n');
  return {
    sql,
    params: {
      ...source.params,
      time_zone: request.time_zone,
      ...(isGrouped && { series_limit: request.series_limit, other: OTHER_GROUPS }),
    },
  };
}
