import type { components } from '../../contract/api.gen.js';
import { LIMITS } from '../../contract/constants.gen.js';
import { CodedError } from '../../errors.js';
import { fromEngineTime, microsToEngineTime } from '../../ingest/engineTime.js';
import type { Store } from '../../store/store.js';
import type { Condition } from '../selection/selectionSql.js';
import type { MatchColumn } from '../traces/matchSql.js';
import { type TailPosition, writePosition } from './position.js';
import { horizonQuery, newRowsQuery, skipQuery, type StoredPlace, waitingQuery } from './sql.js';
import type { Wake } from './wake.js';

type TailLag = components['schemas']['TailLag'];

const BATCH_ROWS = 200;
/** Rows that a tail goes on with that was too far behind. */
const KEPT_ROWS = 1000;
const HEARTBEAT_MS = 15_000;
/** Shortest time between two looks of one tail, so that busy ingest does not mean as many queries as inserts. */
const LEAST_PAUSE_MS = 200;
/** Time after which rows are found that another trace server stored. */
const POLL_MS = 2000;
/** How much later than stored a row may be seen on a cluster: time to be copied, and clocks that differ. */
const CLUSTER_SETTLE_MS = 3000;
const RETRY_MS = 2000;

/** What a tail follows. */
export interface Tail {
  store: Store;
  condition: Condition;
  /** Where its rows have what they were searched for. */
  match: MatchColumn;
  wake: Wake;
  signal: AbortSignal;
}

const rfc3339 = (micros: bigint) => fromEngineTime(microsToEngineTime(micros));

/** Everything stored before this time, in microseconds since 1970, can be seen. */
export async function horizon(store: Store, signal: AbortSignal): Promise<bigint> {
  const settleMs = store.engineKind === 'embedded' ? 0 : CLUSTER_SETTLE_MS;
  const [row] = await store.rows<{ micros: number }>(horizonQuery(settleMs, store.systemTable('processes')), signal);
  return BigInt(row?.micros ?? 0);
}

function placeOf({ stored_micros: micros, request_id: requestId }: StoredPlace): TailPosition {
  return { storedMicros: BigInt(micros), requestId };
}

function eventOf(row: StoredPlace): string {
  return `id: ${writePosition(placeOf(row))}\ndata: ${JSON.stringify({ ...row, stored_micros: undefined })}\n\n`;
}

/** One look for new rows. */
interface Look {
  text: string;
  position: TailPosition;
  /** Whether more rows are waiting. */
  hasMore: boolean;
}

async function skipBacklog(tail: Tail, position: TailPosition, end: bigint): Promise<Look | undefined> {
  const { store, condition, signal } = tail;
  const most = LIMITS.TailBacklog.max;
  const [count] = await store.rows<{ waiting: number }>(waitingQuery(condition, position, end, most + 1), signal);
  if (!count || count.waiting <= most) return undefined;
  const query = skipQuery(condition, position, end, KEPT_ROWS);
  const [row] = await store.rows<StoredPlace & { skipped: number }>(query, signal);
  if (!row) return undefined;
  const to = placeOf(row);
  const lag: TailLag = { skipped: row.skipped, from: rfc3339(position.storedMicros), to: rfc3339(to.storedMicros) };
  const text = `event: lagging\nid: ${writePosition(to)}\ndata: ${JSON.stringify(lag)}\n\n`;
  return { text, position: to, hasMore: true };
}

async function look(tail: Tail, position: TailPosition): Promise<Look> {
  const { store, condition, signal } = tail;
  const end = await horizon(store, signal);
  if (end <= position.storedMicros) return { text: '', position, hasMore: false };
  const rows = await store.rows<StoredPlace>(
    newRowsQuery({ condition, match: tail.match }, position, end, BATCH_ROWS),
    signal,
  );
  const last = rows.at(-1);
  if (!last || rows.length < BATCH_ROWS) {
    return { text: rows.map(eventOf).join(''), position: { storedMicros: end, requestId: '' }, hasMore: false };
  }
  const skipped = await skipBacklog(tail, position, end);
  return skipped ?? { text: rows.map(eventOf).join(''), position: placeOf(last), hasMore: true };
}

/** An engine that is away comes back; the tail goes on where it was. */
async function lookOrWait(tail: Tail, position: TailPosition): Promise<Look> {
  try {
    return await look(tail, position);
  } catch (error) {
    if (tail.signal.aborted) return { text: '', position, hasMore: false };
    if (error instanceof CodedError && error.retryAfterSeconds !== undefined) {
      return { text: ': the engine is away\n\n', position, hasMore: false };
    }
    throw error;
  }
}

/**
 * The events of a tail until its signal. It looks for rows only when what it gave has been taken, so a slow reader costs no
 * memory; one that is too far behind is told what it misses.
 */
export async function* followTail(tail: Tail, start: TailPosition): AsyncGenerator<string> {
  let position = start;
  yield `retry: ${RETRY_MS}\nid: ${writePosition(position)}\n\n`;
  let saidAt = performance.now();
  while (!tail.signal.aborted) {
    const { text, hasMore, ...next } = await lookOrWait(tail, position);
    position = next.position;
    if (text !== '') yield text;
    else if (performance.now() - saidAt > HEARTBEAT_MS) yield `: nothing new\nid: ${writePosition(position)}\n\n`;
    else {
      await tail.wake.next(LEAST_PAUSE_MS, POLL_MS, tail.signal);
      continue;
    }
    saidAt = performance.now();
    if (!hasMore) await tail.wake.next(LEAST_PAUSE_MS, POLL_MS, tail.signal);
  }
}
