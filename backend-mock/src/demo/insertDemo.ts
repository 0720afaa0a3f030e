import { REPLICA_CHANGE_COLUMNS } from '../ingest/columns.js';
import type { Store } from '../store/store.js';
import { demoReplicasSql } from './replicasSql.js';
import { HOUR_MICROS, type Piece } from './segments.js';
import { DEMO_COLUMNS, type DemoRun, demoTracesParams, demoTracesSql } from './tracesSql.js';

/** Traces that are stored with one statement: enough to be worth planning it, few enough to be held in memory. */
export const TRACES_PER_BLOCK = 100_000;

/**
 * A statement computes on one core, a few thousand rows at a time, which stay in the processor's cache, and all branches
 * of a condition, which is faster here than finding out whose turn it is. It stores its rows as one part.
 */
const SETTINGS = `SETTINGS max_threads = 1, max_insert_threads = 1, max_block_size = 8192,
  short_circuit_function_evaluation = 'disable', query_plan_enable_optimizations = 0,
  min_insert_block_size_rows = 1000000, min_insert_block_size_bytes = 0`;

const INSERT_TRACES = `INSERT INTO traces (${DEMO_COLUMNS.join(', ')})\n${SETTINGS}\n${demoTracesSql()}`;
const INSERT_REPLICAS = `INSERT INTO replica_changes (${REPLICA_CHANGE_COLUMNS.join(', ')})\n${demoReplicasSql()}`;

/** Stores a block of traces, whole or not at all. The engine computes the rows; nothing is built here. */
export async function insertBlock(store: Store, run: DemoRun, block: readonly Piece[]): Promise<void> {
  await store.execute({ sql: INSERT_TRACES, params: demoTracesParams(run, block) });
}

/**
 * Stores the replica changes between two times (microseconds since 1970); coming again they are the same.
 * @param isFirst Whether nothing is known of the replicas before.
 */
export async function insertReplicas(
  store: Store,
  period: { seed: number; afterMicros: number; untilMicros: number; isFirst: boolean },
): Promise<void> {
  const { seed, afterMicros, untilMicros, isFirst } = period;
  await store.execute({
    sql: INSERT_REPLICAS,
    params: {
      seed,
      after: Math.floor(afterMicros / HOUR_MICROS),
      until: Math.floor(untilMicros / HOUR_MICROS),
      isFirst,
    },
  });
}
