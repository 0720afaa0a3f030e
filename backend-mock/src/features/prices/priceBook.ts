import type { PricedTraceRow, TraceRow } from '../../ingest/rows.js';
import type { Store } from '../../store/store.js';
import { costOf, isBatch } from './cost.js';
import { PriceMatcher } from './matching.js';
import { ratesOf } from './price.js';
import { newestVersion, type PriceTable, readPriceTable, storeDefaultPrices } from './priceTable.js';

/** After this time another server's changes to the price table are looked for. */
const CHECK_AFTER_MS = 10_000;

/** The newest price table and its prices in order. */
interface Current {
  table: PriceTable;
  matcher: PriceMatcher;
}

/**
 * Gives a trace that has no cost the one that the price table says; a sent cost stays. Works on the row itself: to copy one
 * this wide takes longer than to price it.
 */
export type Priced = (row: TraceRow) => PricedTraceRow;

const SENT = { cost_source: 'sent', price_id: '', price_version: 0 } as const;
const UNPRICED = { cost_source: '', price_id: '', price_version: 0 } as const;

/** The price table in memory, so that a trace is priced without asking the engine. */
export class PriceBook {
  readonly #store: Store;
  #current: Promise<Current> | undefined;
  #checkedAt = 0;
  #changing: Promise<unknown> = Promise.resolve();

  constructor(store: Store) {
    this.#store = store;
  }

  /** What traces are priced with now. A change made here is in it at once, one made by another server some seconds later. */
  async current(): Promise<Current> {
    if (this.#current === undefined) {
      this.#checkedAt = Date.now();
      const loading = this.#load();
      this.#current = loading;
      loading.catch(() => {
        if (this.#current === loading) this.#current = undefined;
      });
    } else if (Date.now() - this.#checkedAt > CHECK_AFTER_MS) {
      this.#checkedAt = Date.now();
      void this.#refresh(this.#current).catch(() => undefined);
    }
    return this.#current;
  }

  /** Reads the table again. */
  async reload(): Promise<Current> {
    this.#current = undefined;
    return this.current();
  }

  /** Runs changes of the table one after the other, each on the newest version there is. */
  async change<Result>(make: (table: PriceTable) => Promise<Result>): Promise<Result> {
    const changed = this.#changing.then(async () => {
      const { table } = await this.reload();
      try {
        return await make(table);
      } finally {
        // Also after a change that was taken back.
        await this.reload();
      }
    });
    this.#changing = changed.catch(() => undefined);
    return changed;
  }

  /** The function that prices rows, with the table as it is now. */
  async pricer(): Promise<Priced> {
    const { matcher } = await this.current();
    return (row) => {
      if (row.cost_usd !== null) return Object.assign(row, SENT);
      const price = matcher.priceOf(row);
      if (price === undefined) return Object.assign(row, UNPRICED);
      const cost = costOf(row, ratesOf(price, price.batch !== null && isBatch(row)));
      if (cost === null) return Object.assign(row, UNPRICED);
      const origin = { cost_source: 'priced', price_id: price.priceId, price_version: price.version } as const;
      return Object.assign(row, { cost_usd: cost }, origin);
    };
  }

  async #load(): Promise<Current> {
    let table = await readPriceTable(this.#store);
    if (table.newestVersion === 0) {
      await storeDefaultPrices(this.#store);
      table = await readPriceTable(this.#store);
    }
    return { table, matcher: new PriceMatcher(table.prices) };
  }

  async #refresh(known: Promise<Current>): Promise<void> {
    const { table } = await known;
    if ((await newestVersion(this.#store)) !== table.newestVersion && this.#current === known) {
      const loading = this.#load();
      await loading;
      if (this.#current === known) this.#current = loading;
    }
  }
}

const BOOKS = new WeakMap<Store, PriceBook>();

/** The price book of a store: writing, re-pricing and changing prices go by the same one. */
export function priceBookOf(store: Store): PriceBook {
  const known = BOOKS.get(store);
  if (known !== undefined) return known;
  const book = new PriceBook(store);
  BOOKS.set(store, book);
  return book;
}
