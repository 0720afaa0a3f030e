import type { components } from '../../contract/api.gen.js';
import type { Query } from '../../store/store.js';
import { selectionCondition } from '../selection/selectionSql.js';

type LatencyRequest = components['schemas']['LatencyRequest'];

const FAILED = "t.status != 'success'";
const MICROS = 'toUnixTimestamp64Micro(t.start_time)';

/**
 * One point per request while there are at most `max_points`; else the time from the first to the last request is cut
 * into so many buckets, and each shows its slowest request. A bucket of one microsecond, the finest time there is,
 * holds requests of the same time together, so that no time comes twice.
 */
export function latencyQuery(request: LatencyRequest): Query {
  const condition = selectionCondition(request);
  const where = `${condition.sql}\n  AND t.duration_ms IS NOT NULL`;
  return {
    sql: `WITH (
  SELECT tuple(min(${MICROS}), if(count() <= {max_points:UInt32}, 1, intDiv(max(${MICROS}) - min(${MICROS}), {max_points:UInt32}) + 1))
  FROM traces AS t WHERE ${where}
) AS span,
argMax(tuple(t.start_time, assumeNotNull(t.duration_ms), t.request_id, toString(t.status), toString(t.model)), tuple(t.duration_ms, t.start_time)) AS slowest
SELECT slowest.1 AS time, slowest.2 AS duration_ms, slowest.3 AS request_id, slowest.4 AS status, slowest.5 AS model,
  count() AS requests, countIf(${FAILED}) AS failures, argMaxIf(t.request_id, tuple(t.duration_ms, t.start_time), ${FAILED}) AS failed_request_id
FROM traces AS t
WHERE ${where}
GROUP BY intDiv(${MICROS} - span.1, span.2)
ORDER BY time`,
    params: { ...condition.params, max_points: request.max_points },
  };
}
