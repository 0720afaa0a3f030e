import type { TraceRow } from '../../ingest/rows.js';
import { bySpecificity, canonical, matches } from './modelPattern.js';
import type { Price } from './price.js';

/** What of a trace decides on its price, besides its time. */
export type PricedAs = Pick<TraceRow, 'provider' | 'model' | 'response_model'>;

/** Combinations of provider and models that are remembered. */
const MAX_REMEMBERED = 10_000;

/** The order in which prices are tried: those for a provider first, then the most specific pattern. */
function byPrecedence(left: Price, right: Price): number {
  const forProvider = Number(right.provider !== '') - Number(left.provider !== '');
  if (forProvider !== 0) return forProvider;
  const specific = bySpecificity(left.modelPattern, right.modelPattern);
  return specific !== 0 ? specific : left.priceId < right.priceId ? -1 : 1;
}

/**
 * The prices of one version of the table, in the order in which they are tried. The model that answered is looked for
 * first; only when no price is valid for it, the model that was asked for.
 */
export class PriceMatcher {
  readonly prices: readonly Price[];
  readonly #remembered = new Map<string, readonly Price[]>();

  constructor(prices: readonly Price[]) {
    this.prices = [...prices].sort(byPrecedence);
  }

  /** The prices that may apply, whatever the time; the first that is valid then does. */
  candidates({ provider, model, response_model }: PricedAs): readonly Price[] {
    const key = JSON.stringify([provider, model, response_model]);
    const known = this.#remembered.get(key);
    if (known !== undefined) return known;
    const offered = this.prices.filter(
      (price) => price.provider === '' || canonical(price.provider) === canonical(provider),
    );
    const names = [response_model, model].filter((name) => name !== '');
    const found = names.flatMap((name) => offered.filter(({ modelPattern }) => matches(modelPattern, name)));
    // Names come from senders: what is remembered must not grow with them.
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(key, found);
    return found;
  }

  /** The price of a request that began then. */
  priceOf(trace: PricedAs & Pick<TraceRow, 'start_time'>): Price | undefined {
    return this.candidates(trace).find((price) => isValidAt(price, trace.start_time));
  }
}

/** Times in the engine's form are in order as texts. */
function isValidAt({ validFrom, validTo }: Price, time: string): boolean {
  return (validFrom === null || validFrom <= time) && (validTo === null || time < validTo);
}
