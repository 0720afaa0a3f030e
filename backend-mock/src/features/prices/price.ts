import type { components } from '../../contract/api.gen.js';

type Schemas = components['schemas'];

/** Prices per million tokens, as the contract has them. */
export type TokenPrices = Schemas['TokenPrices'];

/** A price as it is sent. */
export type PriceInput = Schemas['PriceInput'];

/** A price of the table in one of its versions. Times are in the engine's UTC text form. */
export interface Price {
  priceId: string;
  /** Version of the table in which it got this form. */
  version: number;
  changedTime: string;
  modelPattern: string;
  /** Empty for any. */
  provider: string;
  validFrom: string | null;
  validTo: string | null;
  standard: TokenPrices;
  batch: TokenPrices | null;
  source: string;
}

/** US dollars per million tokens of each kind, with nothing left out. */
export interface Rates {
  input: number;
  cachedInput: number;
  cacheWrite: number;
  output: number;
  reasoning: number;
}

/** Kinds of tokens in the order in which their costs are added up. */
export const RATE_NAMES = ['input', 'cachedInput', 'cacheWrite', 'output', 'reasoning'] as const;

function completed(prices: TokenPrices): Rates {
  const { input_usd_per_million: input, output_usd_per_million: output } = prices;
  return {
    input,
    cachedInput: prices.cached_input_usd_per_million ?? input,
    cacheWrite: prices.cache_write_usd_per_million ?? input,
    output,
    reasoning: prices.reasoning_usd_per_million ?? output,
  };
}

/** What a trace is charged at: without batch prices a batch trace costs what any other does. */
export function ratesOf(price: Price, isBatch: boolean): Rates {
  return completed(isBatch ? (price.batch ?? price.standard) : price.standard);
}
