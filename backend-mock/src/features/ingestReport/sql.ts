import type { Query } from '../../store/store.js';

/** Models with requests whose cost is not known, most requests first. Failed requests without tokens cost nothing. */
export function unpricedModels(from: Date): Query {
  return {
    sql: `SELECT provider, model, toUInt32(count()) AS requests FROM traces
WHERE start_time >= fromUnixTimestamp64Milli({from:Int64}, 'UTC') AND cost_usd IS NULL
    AND NOT (status != 'success' AND input_tokens IS NULL AND output_tokens IS NULL)
GROUP BY provider, model ORDER BY requests DESC, provider, model LIMIT 100`,
    params: { from: from.getTime() },
  };
}
