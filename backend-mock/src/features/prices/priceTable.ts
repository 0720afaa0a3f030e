import { readFile } from 'node:fs/promises';
import { fromEngineTime, toEngineTime } from '../../ingest/engineTime.js';
import { jsonLine } from '../../ingest/jsonLine.js';
import type { Store } from '../../store/store.js';
import type { Price, PriceInput, TokenPrices } from './price.js';

const DEFAULT_PRICES = new URL('./defaultPrices.json', import.meta.url);

interface PriceTableRow {
  version: number;
  price_id: string;
  changed_time: string;
  removed: boolean;
  model_pattern: string;
  provider: string;
  valid_from: string | null;
  valid_to: string | null;
  standard_json: string;
  batch_json: string;
  source: string;
}

const fields: Record<keyof PriceTableRow, true> = {
  version: true,
  price_id: true,
  changed_time: true,
  removed: true,
  model_pattern: true,
  provider: true,
  valid_from: true,
  valid_to: true,
  standard_json: true,
  batch_json: true,
  source: true,
};
const COLUMNS = Object.keys(fields);

function toRow(price: Price, removed: boolean): PriceTableRow {
  return {
    version: price.version,
    price_id: price.priceId,
    changed_time: price.changedTime,
    removed,
    model_pattern: price.modelPattern,
    provider: price.provider,
    valid_from: price.validFrom,
    valid_to: price.validTo,
    standard_json: JSON.stringify(price.standard),
    batch_json: price.batch === null ? '' : JSON.stringify(price.batch),
    source: price.source,
  };
}

function fromRow(row: PriceTableRow): Price {
  return {
    priceId: row.price_id,
    version: row.version,
    changedTime: row.changed_time,
    modelPattern: row.model_pattern,
    provider: row.provider,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    standard: JSON.parse(row.standard_json) as TokenPrices,
    batch: row.batch_json === '' ? null : (JSON.parse(row.batch_json) as TokenPrices),
    source: row.source,
  };
}

/** A version of the price table. */
export interface PriceTable {
  version: number;
  newestVersion: number;
  prices: Price[];
}

/** The number of the newest version; 0 when nothing was ever stored. */
export async function newestVersion(store: Store): Promise<number> {
  const [row] = await store.rows<{ newest: number }>({ sql: 'SELECT max(version) AS newest FROM prices', params: {} });
  return row?.newest ?? 0;
}

/** The table as it was in a version, or as it is. */
export async function readPriceTable(store: Store, wanted?: number): Promise<PriceTable> {
  const newest = await newestVersion(store);
  const version = wanted ?? newest;
  const rows = await store.rows<PriceTableRow>({
    sql: `SELECT version, price_id, toString(p.changed_time) AS changed_time, removed, model_pattern, provider,
  toString(p.valid_from) AS valid_from, toString(p.valid_to) AS valid_to, standard_json, batch_json, source
FROM prices AS p WHERE version <= {version:UInt32}
ORDER BY version DESC, p.changed_time DESC LIMIT 1 BY price_id`,
    params: { version },
  });
  return { version, newestVersion: newest, prices: rows.filter((row) => !row.removed).map(fromRow) };
}

/** Adds a price's new state, as of `price.version`. */
export async function storePrice(store: Store, price: Price, removed = false): Promise<void> {
  await store.insert('prices', COLUMNS, [jsonLine(toRow(price, removed))]);
}

/** The present time in the engine's form. */
export function engineNow(): string {
  return toEngineTime(new Date().toISOString()) ?? '';
}

interface DefaultPrices {
  source: string;
  date: string;
  prices: (Omit<PriceInput, 'source' | 'provider' | 'currency'> & { price_id: string })[];
}

function optionalTime(time: string | null | undefined): string | null {
  return (time ?? undefined) === undefined ? null : (toEngineTime(time ?? '') ?? null);
}

/** Stores the prices that come with the server as version 1; a table that ever had a version is left as it is. */
export async function storeDefaultPrices(store: Store): Promise<void> {
  if ((await newestVersion(store)) > 0) return;
  const { source, date, prices } = JSON.parse(await readFile(DEFAULT_PRICES, 'utf8')) as DefaultPrices;
  const rows = prices.map((price) =>
    toRow(
      {
        priceId: price.price_id,
        version: 1,
        changedTime: engineNow(),
        modelPattern: price.model_pattern,
        provider: '',
        validFrom: optionalTime(price.valid_from),
        validTo: optionalTime(price.valid_to),
        standard: price.standard,
        batch: price.batch ?? null,
        source: `${source}, ${date}`,
      },
      false,
    ),
  );
  await store.insert('prices', COLUMNS, rows.map(jsonLine));
}

/** A price as the API answers it. */
export function toAnswer(price: Price) {
  const time = (text: string | null) => (text === null ? null : fromEngineTime(text));
  return {
    price_id: price.priceId,
    version: price.version,
    changed_time: fromEngineTime(price.changedTime),
    model_pattern: price.modelPattern,
    provider: price.provider,
    valid_from: time(price.validFrom),
    valid_to: time(price.validTo),
    currency: 'USD',
    standard: price.standard,
    batch: price.batch,
    source: price.source,
  };
}
