import { REPLICA_CHANGE_COLUMNS, TRACE_COLUMNS } from '../ingest/columns.js';
import { microsToEngineTime } from '../ingest/engineTime.js';
import type { Log } from '../logging.js';
import type { Store } from '../store/store.js';
import { demoReplicasSql } from './replicasSql.js';
import { demoTracesSql } from './tracesSql.js';

const HOUR_MICROS = 3_600_000_000;
const DAY_MICROS = 24 * HOUR_MICROS;
const TRACES_TOGETHER = 20_000;

export interface DemoOptions {
  /** The same seed makes the same traces for the same day, whenever they are made. */
  seed: number;
  /** Days before `now` that a first load covers. */
  days: number;
  /** Traces of an average day. */
  tracesPerDay: number;
  now: Date;
}

/** What a load added. */
export interface DemoLoad {
  traces: number;
  /** Milliseconds it took. */
  tookMs: number;
}

/** About 200,000 traces over 30 days. */
export const DEFAULT_DEMO = { seed: 1, days: 30, tracesPerDay: 6_700 } as const;

interface Stored {
  traces: number;
  /** Microseconds since 1970 of the latest; exact as a number until the year 2255. */
  last_micros: number;
}

/** Demo traces are known by their request ids. */
async function storedDemo(store: Store): Promise<Stored> {
  const [stored] = await store.rows<Stored>({
    sql: `SELECT count() AS traces, toUnixTimestamp64Micro(max(start_time)) AS last_micros
FROM traces WHERE startsWith(request_id, 'demo-')`,
    params: {},
  });
  return stored ?? { traces: 0, last_micros: 0 };
}

function engineTime(micros: number): string {
  return microsToEngineTime(BigInt(micros));
}

/**
 * Days that are loaded with one statement: some, so that the engine does not plan the statement anew for every day, but
 * of one month and few enough to be one block, because a block of one month is stored whole or not at all.
 */
function daysTogether(day: number, lastDay: number, tracesPerDay: number): number {
  const most = Math.max(1, Math.floor(TRACES_TOGETHER / Math.max(tracesPerDay, 1)));
  const start = new Date((day * DAY_MICROS) / 1000);
  const nextMonth = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1) / (DAY_MICROS / 1000);
  return Math.min(most, nextMonth - day, lastDay - day + 1);
}

async function loadReplicas(store: Store, seed: number, after: number, until: number, isFirst: boolean): Promise<void> {
  await store.execute({
    sql: `INSERT INTO replica_changes (${REPLICA_CHANGE_COLUMNS.join(', ')})\n${demoReplicasSql()}`,
    params: { seed, after: Math.floor(after / HOUR_MICROS), until: Math.floor(until / HOUR_MICROS), isFirst },
  });
}

/**
 * Fills the store with demo data at the engine's own speed: the rows are computed by the engine from seed, day and
 * number, nothing is built here. A store that has demo data gets only what is missing between its last trace and `now`,
 * so a load that was cut off goes on where it was. Replica changes come first and are the same when they come again;
 * some days' traces at a time are stored as a whole.
 */
export async function loadDemo(store: Store, options: DemoOptions, log: Log): Promise<DemoLoad> {
  const { seed, days, tracesPerDay, now } = options;
  const started = performance.now();
  log.info({ into: store.place }, 'adding demo data');
  const before = await storedDemo(store);
  const isFirst = before.traces === 0;
  const until = now.getTime() * 1000;
  const after = isFirst ? until - days * DAY_MICROS : before.last_micros;
  if (after < until) {
    await loadReplicas(store, seed, after, until, isFirst);
  }
  const sql = `INSERT INTO traces (${TRACE_COLUMNS.join(', ')})\n${demoTracesSql()}`;
  const lastDay = after < until ? Math.floor(until / DAY_MICROS) : -1;
  let firstDay = Math.floor(after / DAY_MICROS);
  while (firstDay <= lastDay) {
    const together = daysTogether(firstDay, lastDay, tracesPerDay);
    await store.execute({
      sql,
      params: { seed, firstDay, days: together, tracesPerDay, after: engineTime(after), until: engineTime(until) },
    });
    firstDay += together;
    const loadedUntil = new Date(Math.min(firstDay * DAY_MICROS, until) / 1000).toISOString();
    log.info({ until: loadedUntil }, 'demo data loaded');
  }
  const { traces } = await storedDemo(store);
  return { traces: traces - before.traces, tookMs: Math.round(performance.now() - started) };
}
