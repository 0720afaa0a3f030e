import type { components } from '../../contract/api.gen.js';
import type { Query } from '../../store/store.js';
import { bucketEndSql, bucketSql } from '../metrics/intervalSql.js';
import { selectionCondition, timeRange } from '../selection/selectionSql.js';
import { bucketBounds } from './bounds.js';

/** Which heatmap to make. */
export type HeatmapRequest = components['schemas']['HeatmapRequest'];

const LATENCY: Record<HeatmapRequest['field'], { column: string; where: string }> = {
  duration_ms: { column: 't.duration_ms', where: 't.duration_ms IS NOT NULL' },
  ttft_ms: { column: 't.ttft_ms', where: 't.ttft_ms IS NOT NULL AND t.streamed' },
};

/** Requests per time bucket and latency bucket, in a time zone that the engine knows. Ordered by both. */
export function heatmapQuery(request: HeatmapRequest): Query {
  const condition = selectionCondition(request);
  const { from = '', to = '' } = timeRange(request);
  const { column, where } = LATENCY[request.field];
  const bounds = `[${bucketBounds(request.buckets_per_doubling)
    .map((bound) => `toFloat64(${bound})`)
    .join(', ')}]`;
  return {
    sql: `WITH ${bounds} AS bounds
SELECT greatest(bucket, {from:DateTime64(6, 'UTC')}) AS time,
  least(${bucketEndSql(request.interval, 'bucket')}, {to:DateTime64(6, 'UTC')}) AS time_end,
  bucket_min_ms,
  nullIf(bounds[indexOf(bounds, bucket_min_ms) + 1], 0) AS bucket_max_ms,
  requests, failures, slowest_request_id AS request_id
FROM (
  SELECT ${bucketSql(request.interval, 't.start_time')} AS bucket,
    roundDown(assumeNotNull(${column}), bounds) AS bucket_min_ms,
    count() AS requests, countIf(t.status != 'success') AS failures,
    argMax(t.request_id, tuple(${column}, t.start_time)) AS slowest_request_id
  FROM traces AS t
  WHERE ${condition.sql}
    AND ${where}
  GROUP BY bucket, bucket_min_ms
)
ORDER BY bucket, bucket_min_ms`,
    params: { ...condition.params, from, to, time_zone: request.time_zone },
  };
}
