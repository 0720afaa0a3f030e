/**
 * Whether a row of `traces AS t` is an unpriced request: one of an external model whose cost is not known. Hosted models
 * are charged in credits, so that they miss no cost. The measure `unpriced_requests`, the list of unpriced models, the
 * ingest report and re-pricing all count by it; the rollups of store/migrations/0002_rollups.sql hold exactly this text.
 * @param cost The cost, e.g. one that a request would get; by default the stored one.
 */
export function unpricedSql(cost = 't.cost_usd'): string {
  return `t.model_type = 'external' AND NOT ifNull(isFinite(${cost}), 0)`;
}
