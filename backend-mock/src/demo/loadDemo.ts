import { microsToEngineTime } from '../ingest/engineTime.js';
import type { Log } from '../logging.js';
import type { Store } from '../store/store.js';
import { insertBlock, insertReplicas, TRACES_PER_BLOCK } from './insertDemo.js';
import { blocksOf, HOUR_MICROS, segmentsOfHours } from './segments.js';

const DAY_MICROS = 24 * HOUR_MICROS;

export interface DemoOptions {
  /** The same seed makes the same traces for the same hour, whenever they are made. */
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
 * Fills the store with demo data that ends now: the rows are computed by the engine from seed, hour and number. A store
 * that has demo data gets only what is missing between its last trace and `now`, so a load that was cut off goes on where
 * it was: blocks of traces are stored one after the other, each as a whole.
 */
export async function loadDemo(store: Store, options: DemoOptions, log: Log): Promise<DemoLoad> {
  const { seed, days, tracesPerDay, now } = options;
  const started = performance.now();
  log.info({ into: store.place }, 'adding demo data');
  const before = await storedDemo(store);
  const isFirst = before.traces === 0;
  const untilMicros = now.getTime() * 1000;
  const afterMicros = isFirst ? untilMicros - days * DAY_MICROS : before.last_micros;
  if (afterMicros < untilMicros) {
    await insertReplicas(store, { seed, afterMicros, untilMicros, isFirst });
    const run = { seed, prefix: '', after: engineTime(afterMicros), until: engineTime(untilMicros) };
    for (const block of blocksOf(segmentsOfHours(afterMicros, untilMicros, tracesPerDay), TRACES_PER_BLOCK)) {
      await insertBlock(store, run, block);
      const hourEnd = (block.at(-1)?.segment.startMicros ?? afterMicros) + HOUR_MICROS;
      log.info({ until: new Date(Math.min(hourEnd, untilMicros) / 1000).toISOString() }, 'demo data loaded');
    }
  }
  const { traces } = await storedDemo(store);
  return { traces: traces - before.traces, tookMs: Math.round(performance.now() - started) };
}
