import type { Query } from '../../store/store.js';
import { unpricedSql } from '../prices/unpricedSql.js';

/** Models with unpriced requests, most requests first. */
export function unpricedModels(from: Date): Query {
  return {
    sql: `SELECT t.provider AS provider, t.model AS model, toUInt32(count()) AS requests FROM traces AS t
WHERE t.start_time >= fromUnixTimestamp64Milli({from:Int64}, 'UTC') AND ${unpricedSql()}
GROUP BY provider, model ORDER BY requests DESC, provider, model LIMIT 100`,
    params: { from: from.getTime() },
  };
}
