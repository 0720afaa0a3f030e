import type { QueryParams } from '../../store/paramsForm.js';
import { canonical, likePattern } from './modelPattern.js';
import { type Price, RATE_NAMES, type Rates, ratesOf } from './price.js';

/** SQL over rows of `traces` that says what the price table makes of each. */
export interface CostSql {
  /** Nullable(Float64): the cost in US dollars, null when there is no price or a count is not known. */
  cost: string;
  /** Id of the price that made the cost, else empty. */
  priceId: string;
  /** Version in which that price got its form, else 0. */
  priceVersion: string;
  params: QueryParams;
}

/** Whether one price applies to the name in `nameColumn`; the same as `PriceMatcher`, for the engine. */
function appliesSql(price: Price, index: number, nameColumn: string, column: (name: string) => string): string {
  const conditions = [
    `${column(nameColumn)} != ''`,
    `lower(${column(nameColumn)}) LIKE {price_${index}:String}`,
    ...(price.provider === '' ? [] : [`lower(${column('provider')}) = {price_${index}_provider:String}`]),
    ...(price.validFrom === null ? [] : [`${column('start_time')} >= {price_${index}_from:DateTime64(6, 'UTC')}`]),
    ...(price.validTo === null ? [] : [`${column('start_time')} < {price_${index}_to:DateTime64(6, 'UTC')}`]),
  ];
  return conditions.join(' AND ');
}

function appliesParams(prices: readonly Price[]): QueryParams {
  const params: QueryParams = {};
  for (const [index, price] of prices.entries()) {
    params[`price_${index}`] = likePattern(price.modelPattern);
    if (price.provider !== '') params[`price_${index}_provider`] = canonical(price.provider);
    if (price.validFrom !== null) params[`price_${index}_from`] = price.validFrom;
    if (price.validTo !== null) params[`price_${index}_to`] = price.validTo;
  }
  return params;
}

/** The position of a row's price in the list, from 1; 0 when it has none. */
function positionSql(prices: readonly Price[], column: (name: string) => string): string {
  const branches = ['response_model', 'model'].flatMap((nameColumn) =>
    prices.map((price, index) => `${appliesSql(price, index, nameColumn, column)}, ${index + 1}`),
  );
  return branches.length === 0 ? 'toUInt32(0)' : `toUInt32(multiIf(${branches.join(',\n  ')}, 0))`;
}

/** As `charge` of cost.ts. */
function chargeSql(tokens: string, apart: string, rate: string): string {
  return `multiIf(${rate} = 0, toFloat64(0), isNull(${tokens}), NULL, greatest(toInt64(assumeNotNull(${tokens})) - ${apart}, toInt64(0)) * ${rate})`;
}

/**
 * The cost as `costOf` computes it: the same terms, added in the same order, so that both give the same double.
 * @param prices In the order in which they are tried.
 * @param prefix What column names begin with, e.g. `t.`.
 */
export function costSql(prices: readonly Price[], prefix = ''): CostSql {
  const column = (name: string) => `${prefix}${name}`;
  const hasBatch = prices.some((price) => price.batch !== null);
  const params: QueryParams = {
    ...appliesParams(prices),
    price_ids: prices.map((price) => price.priceId),
    price_versions: prices.map((price) => price.version),
  };
  for (const isBatch of hasBatch ? [false, true] : [false]) {
    const rates: Rates[] = prices.map((price) => ratesOf(price, isBatch));
    for (const name of RATE_NAMES) params[rateParam(name, isBatch)] = rates.map((rate) => rate[name]);
  }
  const batchSql = `(${column('tags')}['batch'] = 'true' OR JSONExtractString(${column('parameters_json')}, 'service_tier') = 'batch')`;
  const rate = (name: keyof Rates) => {
    const at = (isBatch: boolean) => `{${rateParam(name, isBatch)}:Array(Float64)}[i]`;
    return hasBatch ? `if(${batchSql}, ${at(true)}, ${at(false)})` : at(false);
  };
  const known = (name: string) => `toInt64(ifNull(${column(name)}, 0))`;
  const [cached, written, reasoning] = [
    known('cached_input_tokens'),
    known('cache_write_tokens'),
    known('reasoning_tokens'),
  ];
  const sum = [
    chargeSql(column('input_tokens'), `(${cached} + ${written})`, rate('input')),
    `${cached} * ${rate('cachedInput')}`,
    `${written} * ${rate('cacheWrite')}`,
    chargeSql(column('output_tokens'), reasoning, rate('output')),
    `${reasoning} * ${rate('reasoning')}`,
  ].join('\n  + ');
  // The position is worked out once per row and named `i`.
  const withPosition = (expression: string) => `arrayMap(i -> ${expression}, [${positionSql(prices, column)}])[1]`;
  const costAtPosition = `if(i = 0, NULL, (${sum}) / 1000000)`;
  return {
    cost: withPosition(costAtPosition),
    priceId: withPosition(`if(isNull(${costAtPosition}), '', {price_ids:Array(String)}[i])`),
    priceVersion: withPosition(`if(isNull(${costAtPosition}), toUInt32(0), {price_versions:Array(UInt32)}[i])`),
    params,
  };
}

function rateParam(name: string, isBatch: boolean): string {
  return `${isBatch ? 'batch' : 'standard'}_${name}`;
}
