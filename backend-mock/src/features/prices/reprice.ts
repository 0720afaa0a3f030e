import type { components } from '../../contract/api.gen.js';
import type { Store } from '../../store/store.js';
import { type Condition, selectionCondition } from '../selection/selectionSql.js';
import { costSql } from './costSql.js';
import type { PricedAs, PriceMatcher } from './matching.js';
import type { Price } from './price.js';
import { priceBookOf } from './priceBook.js';
import { unpricedSql } from './unpricedSql.js';

type RepriceRequest = components['schemas']['RepriceRequest'];
type RepriceAnswer = components['schemas']['RepriceAnswer'];

/** Which traces each mode is about. A sent cost is in none. */
const MODES: Record<RepriceRequest['mode'], string> = {
  unpriced: "t.cost_source = ''",
  priced: "t.cost_source = 'priced'",
  'all-but-sent': "t.cost_source != 'sent'",
};

/** Different models whose prices are looked up one by one; with more, all prices of the table are tried in the engine. */
const MAX_MODELS = 5000;

/** A condition over `traces AS t` for a statement that knows no alias. All texts in it are bound, so `t.` is always the alias. */
function withoutAlias(sql: string): string {
  return sql.replace(/\bt\./g, '');
}

/**
 * The prices that a trace of the selection can have, in their order: what the engine has to try per row. Unbounded lists would not fit into a statement.
 */
export async function applicablePrices(store: Store, selected: Condition, matcher: PriceMatcher): Promise<Price[]> {
  const models = await store.rows<PricedAs>({
    sql: `SELECT t.provider AS provider, t.model AS model, t.response_model AS response_model FROM traces AS t
WHERE ${selected.sql} GROUP BY provider, model, response_model LIMIT ${MAX_MODELS + 1}`,
    params: selected.params,
  });
  if (models.length > MAX_MODELS) return [...matcher.prices];
  const applicable = new Set(models.flatMap((model) => matcher.candidates(model)));
  return matcher.prices.filter((price) => applicable.has(price));
}

interface Outcome {
  /** Months (UTC, as 202611) in which a cost changes. */
  months: number[];
  priceable: number;
  still_unpriced: number;
  usd_before: number;
  usd_after: number;
}

/** Stores the costs of a month's traces. */
async function storeCosts(store: Store, selected: Condition, prices: readonly Price[], month: number): Promise<void> {
  const { cost, priceId, priceVersion, params } = costSql(prices);
  await store.mutate('traces', {
    sql: `UPDATE cost_usd = ${cost},
  cost_source = if(${priceId} = '', '', 'priced'),
  price_id = ${priceId},
  price_version = ${priceVersion}
IN PARTITION {month:UInt32} WHERE ${withoutAlias(selected.sql)}`,
    params: { ...selected.params, ...params, month },
  });
}

/**
 * Computes the cost of stored traces anew, in the engine: what would change is counted first, then one mutation of
 * each month stores it, which keeps any of them short.
 * @throws INVALID_ARGUMENT when the selection cannot be read.
 */
export async function repriceTraces(store: Store, request: RepriceRequest): Promise<RepriceAnswer> {
  const startedAt = Date.now();
  const selection = selectionCondition(request);
  const selected: Condition = { ...selection, sql: `(${selection.sql}) AND ${MODES[request.mode]}` };
  const { table, matcher } = await priceBookOf(store).reload();
  const prices = await applicablePrices(store, selected, matcher);
  const now = costSql(prices, 't.');
  const [outcome] = await store.rows<Outcome>({
    sql: `SELECT countIf(isNotNull(cost)) AS priceable, countIf(unpriced) AS still_unpriced,
  groupUniqArrayIf(month, cost IS DISTINCT FROM before OR id != id_before OR version != version_before) AS months,
  ifNull(sum(before), 0) AS usd_before, ifNull(sum(cost), 0) AS usd_after
FROM (SELECT toYYYYMM(t.start_time) AS month, ${now.cost} AS cost, ${unpricedSql('cost')} AS unpriced, t.cost_usd AS before, ${now.priceId} AS id, t.price_id AS id_before,
  ${now.priceVersion} AS version, t.price_version AS version_before
FROM traces AS t WHERE ${selected.sql})`,
    params: { ...selected.params, ...now.params },
  });
  for (const month of outcome?.months ?? []) await storeCosts(store, selected, prices, month);
  return {
    version: table.version,
    repriced: outcome?.priceable ?? 0,
    still_unpriced: outcome?.still_unpriced ?? 0,
    usd_before: outcome?.usd_before ?? 0,
    usd_after: outcome?.usd_after ?? 0,
    took_ms: Date.now() - startedAt,
  };
}
