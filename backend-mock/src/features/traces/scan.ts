import { CodedError } from '../../errors.js';
import { microsToEngineTime } from '../../ingest/engineTime.js';
import type { Query, Store } from '../../store/store.js';
import { timeRange } from '../selection/selectionSql.js';
import type { Position } from './cursor.js';
import { keysQuery, type ListRequest, type RowKey } from './listSql.js';

/** What a search through payloads found. */
export interface ScanResult {
  /** Nearest to the edge first. */
  keys: RowKey[];
  /** Up to where was searched when the budget was spent before the page was full: the list's edge when nothing was. */
  stoppedAt?: Position;
}

const SECOND = 1_000_000n;
const FIRST_WIDTH = 600n * SECOND;
const SMALLEST_WIDTH = 1000n;
/** A window that was too wide is followed by one so many times narrower. */
const NARROWER = 32n;
/** Windows that take less than the first widen quickly, those that take more than the second become narrower. */
const FAST_MS = 60;
const SLOW_MS = 400;
/** Windows that are searched also when the budget is spent, so that the smallest gets on in strides that widen. */
const LEAST_WINDOWS = 4;
/** Time for them, whatever the budget is: a busy machine must not make a small budget get nowhere. */
const GRACE_MS = 3000;
/** Less than this is not enough to answer anything. */
const LEAST_WINDOW_MS = 50;
const MAX_WINDOW_BYTES = 8_000_000_000;

// ClickHouse's error codes: TIMEOUT_EXCEEDED, TOO_MANY_BYTES.
const OUT_OF_TIME = '159';
const TOO_MUCH = '307';

/** Whether a window was too wide, by its time or its size. */
function isOver(error: unknown): typeof OUT_OF_TIME | typeof TOO_MUCH | undefined {
  const cause: unknown = error instanceof CodedError ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code === OUT_OF_TIME || code === TOO_MUCH ? code : undefined;
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
  const settings = `max_execution_time = ${seconds.toFixed(3)}, timeout_overflow_mode = 'throw', max_bytes_to_read = ${MAX_WINDOW_BYTES}`;
  return { sql: `${sql}\nSETTINGS ${settings}`, params };
}

/** The time of a search: its budget, and the grace for its first windows. */
class Clock {
  readonly #deadline: number;
  readonly #last: number;

  constructor(budgetMs: number) {
    const now = performance.now();
    this.#deadline = now + budgetMs;
    this.#last = now + Math.max(budgetMs, GRACE_MS);
  }

  /** Whether no other window may be searched after so many. */
  isSpent(searched: number): boolean {
    return performance.now() >= (searched < LEAST_WINDOWS ? this.#last : this.#deadline);
  }

  /** Whether a window that did not end in time is the last to be tried. */
  isOver(searched: number): boolean {
    return performance.now() >= (searched === 0 ? this.#last : this.#deadline);
  }

  /** Time of the next window. Until one was searched half of what is left, so that narrower ones can be tried. */
  windowSeconds(searched: number): number {
    const end = searched < LEAST_WINDOWS ? this.#last : this.#deadline;
    const leftMs = end - performance.now();
    return Math.max(searched === 0 ? leftMs / 2 : leftMs, LEAST_WINDOW_MS) / 1000;
  }
}

/**
 * How wide the next window is: what went fast says that more can be had at once. Where every statement takes its time,
 * as on a busy machine, windows must widen too, or a long range is never searched to its end.
 */
function nextWidth(width: bigint, tookMs: number): bigint {
  if (tookMs < FAST_MS) return width * 8n;
  return tookMs > SLOW_MS ? greatest(width / 2n, SMALLEST_WIDTH) : width * 2n;
}

/**
 * Finds the rows of a list by start time whose condition reads payloads: in windows of time that widen, from the list's
 * edge on, until the page is full, the range is searched or the budget is spent. Everything on the near side of
 * `stoppedAt` has been searched in full, so that going on there neither skips nor repeats. A few windows are
 * searched also when the budget is spent, within some seconds, so that going on gets on.
 */
export async function scanKeys(
  store: Store,
  list: ListRequest,
  budgetMs: number,
  signal?: AbortSignal,
): Promise<ScanResult> {
  const clock = new Clock(budgetMs);
  const down = isDownwards(list);
  let [first, end] = await bounds(store, list, signal);
  let width = FIRST_WIDTH;
  let searched = 0;
  const keys: RowKey[] = [];
  const stopped = (): ScanResult => {
    const here = { startMicros: down ? end : first, requestId: '' };
    return { keys, stoppedAt: searched === 0 ? (list.edge?.position ?? here) : here };
  };
  while (first < end && keys.length < list.limit) {
    if (clock.isSpent(searched)) return stopped();
    const [from, to] = down ? [greatest(first, end - width), end] : [first, least(end, first + width)];
    const began = performance.now();
    try {
      const query = windowQuery(list, list.limit - keys.length, from, to, clock.windowSeconds(searched));
      keys.push(...(await store.rows<RowKey>(query, signal)));
    } catch (error) {
      const over = isOver(error);
      if (over === undefined || (over === TOO_MUCH && width <= SMALLEST_WIDTH)) throw error;
      if (clock.isOver(searched)) return stopped();
      width = greatest((to - from) / NARROWER, SMALLEST_WIDTH);
      continue;
    }
    searched += 1;
    if (down) end = from;
    else first = to;
    width = nextWidth(width, performance.now() - began);
  }
  return { keys };
}
