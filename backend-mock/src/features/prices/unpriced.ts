import type { components } from '../../contract/api.gen.js';
import { fromEngineTime } from '../../ingest/engineTime.js';
import type { Store } from '../../store/store.js';
import { type Condition, type Selection, selectionCondition } from '../selection/selectionSql.js';
import { costSql } from './costSql.js';
import { priceBookOf } from './priceBook.js';
import { applicablePrices } from './reprice.js';
import { unpricedSql } from './unpricedSql.js';

type UnpricedList = components['schemas']['UnpricedList'];
type UnpricedModel = components['schemas']['UnpricedModel'];

/** Groups that are listed; a list of more has lost its use. The sum is over all. */
const MAX_MODELS = 1000;

type Row = UnpricedModel & { all_requests: number };

/** The models with unpriced requests. */
export async function listUnpriced(store: Store, selection: Selection): Promise<UnpricedList> {
  const condition = selectionCondition(selection);
  const selected: Condition = { ...condition, sql: `(${condition.sql}) AND ${unpricedSql()}` };
  const { matcher } = await priceBookOf(store).current();
  const now = costSql(await applicablePrices(store, selected, matcher), 't.');
  const rows = await store.rows<Row>({
    sql: `SELECT t.model AS model, t.response_model AS response_model, t.model_type AS model_type, t.provider AS provider,
  count() AS requests, countIf(isNotNull(${now.cost})) AS requests_with_price,
  countIf(t.input_tokens IS NULL AND t.output_tokens IS NULL) AS requests_without_tokens,
  ifNull(sum(t.input_tokens), 0) AS input_tokens, ifNull(sum(t.output_tokens), 0) AS output_tokens,
  toString(min(t.start_time)) AS first_trace_time, toString(max(t.start_time)) AS last_trace_time,
  sum(count()) OVER () AS all_requests
FROM traces AS t WHERE ${selected.sql}
GROUP BY model, response_model, model_type, provider
ORDER BY requests DESC, model, response_model, model_type, provider LIMIT ${MAX_MODELS}`,
    params: { ...selected.params, ...now.params },
  });
  return {
    requests: rows[0]?.all_requests ?? 0,
    models: rows.map((row) => ({
      model: row.model,
      response_model: row.response_model,
      model_type: row.model_type,
      provider: row.provider,
      requests: row.requests,
      requests_with_price: row.requests_with_price,
      requests_without_tokens: row.requests_without_tokens,
      input_tokens: row.input_tokens,
      output_tokens: row.output_tokens,
      first_trace_time: fromEngineTime(row.first_trace_time),
      last_trace_time: fromEngineTime(row.last_trace_time),
    })),
  };
}
