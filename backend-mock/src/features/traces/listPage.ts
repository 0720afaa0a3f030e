import { microsToEngineTime, fromEngineTime } from '../../ingest/engineTime.js';
import type { Query, Store } from '../../store/store.js';
import { type Position, timeCursor } from './cursor.js';
import {
  keysQuery,
  listCondition,
  listQuery,
  type ListRequest,
  readsPayloads,
  type RowKey,
  rowsQuery,
} from './listSql.js';
import { scanKeys } from './scan.js';

/** How far a search got whose budget was spent. */
export interface Stop {
  /** RFC 3339. */
  searchedBackTo: string;
  /** The cursor to go on with. */
  continueAt: string;
}

/** Only the order of time can be searched piece by piece: any other one needs to know all rows. */
function isScanned(list: ListRequest): boolean {
  return list.sort === 'start_time' && list.limit > 0 && readsPayloads(listCondition(list));
}

function stopAt(list: ListRequest, stoppedAt: Position): Stop {
  return {
    searchedBackTo: fromEngineTime(microsToEngineTime(stoppedAt.startMicros)),
    continueAt: timeCursor(list, stoppedAt),
  };
}

async function scan(store: Store, list: ListRequest, budgetMs: number, signal?: AbortSignal) {
  const { keys, stoppedAt } = await scanKeys(store, list, budgetMs, signal);
  return { keys, ...(stoppedAt !== undefined && { stop: stopAt(list, stoppedAt) }) };
}

/** The places of a page's rows, nearest to its edge first. */
export async function findKeys(
  store: Store,
  list: ListRequest,
  budgetMs: number,
  signal?: AbortSignal,
): Promise<{ keys: RowKey[]; stop?: Stop }> {
  if (isScanned(list)) return scan(store, list, budgetMs, signal);
  return { keys: await store.rows<RowKey>(keysQuery(list), signal) };
}

/** The query that answers with a page's rows. A search through payloads is done before, within its budget. */
export async function pageQuery(
  store: Store,
  list: ListRequest,
  budgetMs: number,
  signal?: AbortSignal,
): Promise<{ query: Query; stop?: Stop }> {
  if (!isScanned(list)) return { query: listQuery(list) };
  const { keys, ...found } = await scan(store, list, budgetMs, signal);
  return { query: rowsQuery(list, keys), ...found };
}
