import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { CodedError, invalidArgument } from '../../errors.js';
import { EXPECTED_TIME, toEngineTime } from '../../ingest/engineTime.js';
import type { Store } from '../../store/store.js';
import { canonical } from './modelPattern.js';
import type { Price, PriceInput } from './price.js';
import { priceBookOf } from './priceBook.js';
import { engineNow, type PriceTable, readPriceTable, storePrice } from './priceTable.js';

/** Every price is tried for every model that is new to the server, and re-pricing names all that apply in one statement. */
const MAX_PRICES = 500;

/** How long a price waits for the one of another server, stored in the same moment, to be taken back. */
const WITHDRAWAL_MS = 2000;
const LOOK_EVERY_MS = 50;

function validity(input: PriceInput, field: 'valid_from' | 'valid_to'): string | null {
  const text = input[field] ?? undefined;
  if (text === undefined) return null;
  const time = toEngineTime(text);
  if (time === undefined) throw invalidArgument(field, EXPECTED_TIME);
  return time;
}

function toPrice(input: PriceInput, priceId: string, version: number): Price {
  const validFrom = validity(input, 'valid_from');
  const validTo = validity(input, 'valid_to');
  if (validFrom !== null && validTo !== null && validFrom >= validTo) {
    throw new CodedError('INVALID_ARGUMENT', 'valid_to must be later than valid_from.', {
      field: 'valid_to',
      expected: 'a time later than valid_from',
    });
  }
  return {
    priceId,
    version,
    changedTime: engineNow(),
    modelPattern: input.model_pattern,
    provider: input.provider,
    validFrom,
    validTo,
    standard: input.standard,
    batch: input.batch ?? null,
    source: input.source,
  };
}

function overlaps(left: Price, right: Price): boolean {
  const isSame =
    canonical(left.modelPattern) === canonical(right.modelPattern) &&
    canonical(left.provider) === canonical(right.provider);
  const isBefore = (end: string | null, start: string | null) => end !== null && start !== null && end <= start;
  return isSame && !isBefore(left.validTo, right.validFrom) && !isBefore(right.validTo, left.validFrom);
}

function overlapping(price: Price, { prices }: PriceTable): Price[] {
  return prices.filter((candidate) => candidate.priceId !== price.priceId && overlaps(candidate, price));
}

/** Two prices of the same pattern, provider and time would leave it open which one holds. */
function overlapsOther(other: Price): CodedError {
  return new CodedError(
    'CONFLICT',
    `The price ${other.priceId} is for the same model pattern and provider at the same time.`,
    {
      field: 'model_pattern',
      expected: `a time in which ${other.priceId} is not valid, or another pattern or provider`,
    },
  );
}

function requireAlone(price: Price, table: PriceTable): void {
  const [other] = overlapping(price, table);
  if (other !== undefined) throw overlapsOther(other);
}

/** Whom a stored price must give way to: one of a lower id at once, any that is still there after all that waiting. */
async function winnerOver(store: Store, price: Price): Promise<{ other: Price; table: PriceTable } | undefined> {
  for (let waitedMs = 0; ; waitedMs += LOOK_EVERY_MS) {
    const table = await readPriceTable(store);
    const others = overlapping(price, table);
    const [any] = others;
    if (any === undefined) return undefined;
    const lower = others.find(({ priceId }) => priceId < price.priceId);
    const other = lower ?? (waitedMs >= WITHDRAWAL_MS ? any : undefined);
    if (other !== undefined) return { other, table };
    await delay(LOOK_EVERY_MS);
  }
}

/**
 * Stores a price that was alone in the table just before. Another server may have stored one for the same pattern,
 * provider and time since: ClickHouse has no compare-and-set, so both look again. Of two that both see each other the
 * higher id is taken back and the lower waits for that; one that alone sees the other came later and is taken back.
 * @param before What the price was; taken back it is that again, or removed when absent.
 * @throws CONFLICT naming the price that stays.
 */
async function storeAlone(store: Store, price: Price, before?: Price): Promise<void> {
  await storePrice(store, price);
  // Nobody else writes into an embedded engine, and this server changes one price after the other.
  if (!store.isShared) return;
  const winner = await winnerOver(store, price);
  if (winner === undefined) return;
  const version = winner.table.newestVersion + 1;
  await storePrice(store, { ...(before ?? price), version, changedTime: engineNow() }, before === undefined);
  throw overlapsOther(winner.other);
}

function existing(priceId: string, { prices }: PriceTable): Price {
  const price = prices.find((candidate) => candidate.priceId === priceId);
  if (price !== undefined) return price;
  throw new CodedError('NOT_FOUND', 'There is no such price.', { field: 'price_id', expected: 'the id of a price' });
}

/** @throws INVALID_ARGUMENT naming the field, CONFLICT naming the price that overlaps. */
export async function createPrice(store: Store, input: PriceInput): Promise<Price> {
  return priceBookOf(store).change(async (table) => {
    if (table.prices.length >= MAX_PRICES) {
      throw new CodedError('CONFLICT', `The price table is full: it holds ${MAX_PRICES} prices. Remove one first.`);
    }
    const price = toPrice(input, `price-${randomUUID()}`, table.newestVersion + 1);
    requireAlone(price, table);
    await storeAlone(store, price);
    return price;
  });
}

/** @throws INVALID_ARGUMENT naming the field, CONFLICT naming the price that overlaps, NOT_FOUND. */
export async function replacePrice(store: Store, priceId: string, input: PriceInput): Promise<Price> {
  return priceBookOf(store).change(async (table) => {
    const before = existing(priceId, table);
    const price = toPrice(input, priceId, table.newestVersion + 1);
    requireAlone(price, table);
    await storeAlone(store, price, before);
    return price;
  });
}

/** Removes a price; answers the first version without it. @throws NOT_FOUND. */
export async function deletePrice(store: Store, priceId: string): Promise<number> {
  return priceBookOf(store).change(async (table) => {
    const price = existing(priceId, table);
    const version = table.newestVersion + 1;
    await storePrice(store, { ...price, version, changedTime: engineNow() }, true);
    return version;
  });
}
