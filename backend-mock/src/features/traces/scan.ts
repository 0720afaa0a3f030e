import { CodedError } from '../../errors.js';
import { microsToEngineTime } from '../../ingest/engineTime.js';
import type { Query, Store } from '../../store/store.js';
import { timeRange } from '../selection/selectionSql.js';
import { keysQuery, type ListRequest, type RowKey } from './listSql.js';

/** What a search through payloads found. */
export interface ScanResult {
  /** Nearest to the edge first. */
  keys: RowKey[];
  /** Up to where was searched, in microseconds since 1970, when the budget was spent before the page was full. */
  stoppedAt?: bigint;
}

const SECOND = 1_000_000n;
const FIRST_WIDTH = 600n * SECOND;
const SMALLEST_WIDTH = 1000n;
/** A window that took this long has a good width. */
const FAST_MS = 60;
const SLOW_MS = 400;
/** Windows that are searched whatever the budget is, so that even the smallest gets on in strides that widen. */
const LEAST_WINDOWS = 4;
/** Time that the first window gets at least, and each after it: a busy machine must not make a small budget fail. */
const FIRST_WINDOW_MS = 10_000;
const NEXT_WINDOW_MS = 1000;
const MAX_WINDOW_BYTES = 8_000_000_000;

// ClickHouse's error codes: TIMEOUT_EXCEEDED, TOO_MANY_BYTES.
const OVER_BUDGET = new Set(['159', '307']);

function isOverBudget(error: unknown): boolean {
  const cause: unknown = error instanceof CodedError ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && OVER_BUDGET.has(String(cause.code));
}

const asMicros = (engineTime: string) =>
  BigInt(Date.parse(`${engineTime.slice(0, 19).replace(' ', 'T')}Z`)) * 1000n + BigInt(engineTime.slice(20));

const least = (a: bigint, b: bigint) => (a < b ? a : b);
const greatest = (a: bigint, b: bigint) => (a > b ? a : b);

/** The part of the list's range that can have rows: from the first inclusive to the second exclusive. */
async function bounds(store: Store, list: ListRequest, signal?: AbortSignal): Promise<[bigint, bigint]> {
  const [stored] = await store.rows<{ first: number; last: number }>(
    {
      sql: `SELECT toUnixTimestamp64Micro(min(start_time)) AS first, toUnixTimestamp64Micro(max(start_time)) AS last
FROM traces`,
      params: {},
    },
    signal,
  );
  const { from, to } = timeRange(list.selection);
  let first = BigInt(stored?.first ?? 0);
  let end = BigInt(stored?.last ?? 0) + 1n;
  if (from !== undefined) first = greatest(first, asMicros(from));
  if (to !== undefined) end = least(end, asMicros(to));
  if (list.edge) {
    const { startMicros } = list.edge.position;
    if (isDownwards(list)) end = least(end, startMicros + 1n);
    else first = greatest(first, startMicros);
  }
  return [first, end];
}

/** Whether the search goes from newer to older. */
function isDownwards({ order, edge }: ListRequest): boolean {
  return (order === 'desc') !== (edge?.side === 'before');
}

function windowQuery(list: ListRequest, limit: number, from: bigint, to: bigint, seconds: number): Query {
  const { sql, params } = keysQuery(
    { ...list, limit },
    {
      sql: `t.start_time >= {window_from:DateTime64(6, 'UTC')} AND t.start_time < {window_to:DateTime64(6, 'UTC')}`,
      params: { window_from: microsToEngineTime(from), window_to: microsToEngineTime(to) },
    },
  );
  const settings = `max_execution_time = ${seconds.toFixed(3)}, max_bytes_to_read = ${MAX_WINDOW_BYTES}`;
  return { sql: `${sql}\nSETTINGS ${settings}`, params };
}

/** Time that a window gets after so many others. */
function windowSeconds(searched: number, leftMs: number): number {
  return Math.max(leftMs, searched === 0 ? FIRST_WINDOW_MS : NEXT_WINDOW_MS) / 1000;
}

/** How wide the next window is: what went fast says that more can be had at once. */
function nextWidth(width: bigint, tookMs: number): bigint {
  if (tookMs < FAST_MS) return width * 8n;
  return tookMs > SLOW_MS ? greatest(width / 2n, SMALLEST_WIDTH) : width;
}

/**
 * Finds the rows of a list by start time whose condition reads payloads: in windows of time that widen, from the list's
 * edge on, until the page is full, the range is searched or the budget is spent. Everything on the near side of
 * `stoppedAt` has been searched in full, so that going on there neither skips nor repeats. Some windows are
 * searched whatever the budget is, so that going on always gets on.
 */
export async function scanKeys(
  store: Store,
  list: ListRequest,
  budgetMs: number,
  signal?: AbortSignal,
): Promise<ScanResult> {
  const deadline = performance.now() + budgetMs;
  const down = isDownwards(list);
  let [first, end] = await bounds(store, list, signal);
  let width = FIRST_WIDTH;
  let searched = 0;
  const keys: RowKey[] = [];
  while (first < end && keys.length < list.limit) {
    const leftMs = deadline - performance.now();
    if (searched >= LEAST_WINDOWS && leftMs <= 0) return { keys, stoppedAt: down ? end : first };
    const [from, to] = down ? [greatest(first, end - width), end] : [first, least(end, first + width)];
    const began = performance.now();
    try {
      const query = windowQuery(list, list.limit - keys.length, from, to, windowSeconds(searched, leftMs));
      keys.push(...(await store.rows<RowKey>(query, signal)));
    } catch (error) {
      if (!isOverBudget(error)) throw error;
      if (searched > 0 && performance.now() >= deadline) return { keys, stoppedAt: down ? end : first };
      if (width <= SMALLEST_WIDTH) throw error;
      width = greatest((to - from) / 8n, SMALLEST_WIDTH);
      continue;
    }
    searched += 1;
    if (down) end = from;
    else first = to;
    width = nextWidth(width, performance.now() - began);
  }
  return { keys };
}
