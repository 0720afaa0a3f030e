import type { Store } from '../store/store.js';
import { type DemoRequest, planDemo, startOfBlock } from './demoPlan.js';
import { insertBlock, insertReplicas, TRACES_PER_BLOCK } from './insertDemo.js';
import { tracesOf } from './segments.js';

/** How far a demo is. */
export interface DemoProgress {
  /** Traces that are stored, those of an earlier start included. */
  stored: number;
  /** Traces that an earlier start stored. */
  before: number;
  traces: number;
}

export interface FillOptions {
  /** Blocks that are stored at once; the engine computes each on a core of its own. */
  parallel: number;
  tracesPerBlock?: number;
  /** Stops after the blocks that are under way. */
  signal?: AbortSignal;
  onProgress?: (progress: DemoProgress) => void;
}

/** Places of the blocks that have rows in the store. A block is there as a whole or not at all. */
async function storedBlocks(store: Store, prefix: string, starts: readonly number[]): Promise<Set<number>> {
  const rows = await store.rows<{ start: number }>({
    sql: `SELECT DISTINCT roundDown(toUnixTimestamp64Micro(start_time), JSONExtract({starts:String}, 'Array(Int64)')) AS start
FROM traces WHERE startsWith(request_id, {prefix:String})`,
    params: { prefix: `demo-${prefix}`, starts: JSON.stringify(starts) },
  });
  const places = new Map(starts.map((start, place) => [start, place]));
  return new Set(rows.flatMap(({ start }) => places.get(start) ?? []));
}

/**
 * Stores a demo of exactly as many traces as asked for, at the engine's speed. Blocks that an earlier start stored are
 * left as they are, so a demo that was stopped or cut off goes on. Resolves when all is stored or, after `signal`, when
 * the blocks under way are.
 */
export async function fillDemo(store: Store, request: DemoRequest, options: FillOptions): Promise<DemoProgress> {
  const plan = planDemo(request, options.tracesPerBlock ?? TRACES_PER_BLOCK);
  const stored = await storedBlocks(store, plan.run.prefix, plan.blocks.map(startOfBlock));
  const missing = plan.blocks.filter((_, place) => !stored.has(place));
  const before = request.traces - missing.reduce((sum, block) => sum + tracesOf(block), 0);
  const progress = { stored: before, before, traces: request.traces };
  const { seed } = request;
  if (missing.length > 0) {
    await insertReplicas(store, {
      seed,
      afterMicros: plan.fromMicros,
      untilMicros: plan.untilMicros,
      isFirst: true,
    });
  }
  const waiting = missing.values();
  const storeNext = async () => {
    for (const block of waiting) {
      if (options.signal?.aborted === true) return;
      await insertBlock(store, plan.run, block);
      progress.stored += tracesOf(block);
      options.onProgress?.({ ...progress });
    }
  };
  await Promise.all(Array.from({ length: options.parallel }, storeNext));
  return progress;
}
