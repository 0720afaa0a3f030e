import { randomUUID } from 'node:crypto';
import type { components } from '../../contract/api.gen.js';
import { fromEngineTime } from '../../ingest/engineTime.js';
import type { Store } from '../../store/store.js';
import { countRows, RemovalWork, removeRows } from '../removal/work.js';
import type { PlainCondition } from '../removal/workSql.js';
import { reportIndexes, reportProjections } from './derivedReport.js';
import { engineTimeNow, type ErasureState, storeErasure } from './erasuresTable.js';
import { type Part, partsNamed, replacedPartsGone, reportFiles, reportParts } from './partsReport.js';
import { type ErasureTarget, erasureTarget } from './target.js';

type ErasureRequest = components['schemas']['ErasureRequest'];
type Erasure = components['schemas']['Erasure'];
type ErasureReport = components['schemas']['ErasureReport'];

/** What came while a pass ran is erased by the next; a sender that never stops must not keep an erasure from ending. */
const MAX_PASSES = 3;

async function partsWith(store: Store, table: string, { sql, params }: PlainCondition): Promise<Part[]> {
  const rows = await store.rows<{ part: string }>({
    sql: `SELECT DISTINCT _part AS part FROM ${table} WHERE ${sql} SETTINGS optimize_use_projections = 0`,
    params,
  });
  return partsNamed(
    store,
    table,
    rows.map((row) => row.part),
  );
}

interface Erased {
  traces: number;
  spans: number;
  held: Part[];
}

/** Notes and removes the requests there are now, then their spans. */
async function erasePass(store: Store, target: ErasureTarget, work: RemovalWork, erased: Erased): Promise<void> {
  const traces = await countRows(store, 'traces', target.traces);
  await work.note(target.traces);
  erased.held.push(...(await partsWith(store, 'traces', work.traces)));
  erased.traces += traces;
  if (traces > 0) {
    await removeRows(store, 'traces', {
      sql: `${target.traces.sql} AND ${work.traces.sql}`,
      params: { ...target.traces.params, ...work.traces.params },
    });
  }
  const spans: PlainCondition = {
    sql: `(${work.spans.sql})\n  OR ${target.spans.sql}`,
    params: { ...work.spans.params, ...target.spans.params },
  };
  const spanRows = await countRows(store, 'spans', spans);
  erased.spans += spanRows;
  if (spanRows === 0) return;
  erased.held.push(...(await partsWith(store, 'spans', spans)));
  await removeRows(store, 'spans', spans);
}

/** Whether the report shows that nothing is left. */
function isClean(report: ErasureReport): boolean {
  return (
    report.tables.every((table) => table.rows_after === 0) &&
    report.projections.every((one) => (one.rows_after ?? 0) === 0 && one.old_parts_after === 0) &&
    report.parts.every((part) => !part.active_after && !part.on_disk_after) &&
    report.files.directories_left === 0 &&
    report.files.detached_parts.length === 0
  );
}

async function reportOf(
  store: Store,
  target: ErasureTarget,
  work: RemovalWork,
  erased: Erased,
): Promise<Omit<ErasureReport, 'took_ms'>> {
  const tracesLeft = await countRows(store, 'traces', target.traces);
  const spansLeft = await countRows(store, 'spans', {
    sql: `(${work.spans.sql}) OR ${target.spans.sql}`,
    params: { ...work.spans.params, ...target.spans.params },
  });
  const held = [...new Map(erased.held.map((part) => [part.path, part])).values()];
  const parts = await reportParts(store, held);
  return {
    tables: [
      { table: 'traces', rows_before: erased.traces, rows_after: tracesLeft },
      { table: 'spans', rows_before: erased.spans, rows_after: spansLeft },
    ],
    projections: await reportProjections(store, target, work.id, held),
    indexes: await reportIndexes(store, parts),
    parts,
    files: await reportFiles(store, held),
    spans_kept: await countRows(store, 'spans', work.sharedSpans),
    arrived_meanwhile: tracesLeft,
  };
}

/**
 * Erases everything of a user, a conversation or some requests, waits until no file holds it, and reports. A failure in
 * between leaves the erasure `running`; the same call again completes it.
 * @throws INVALID_ARGUMENT unless exactly one kind of id is given.
 */
export async function erase(store: Store, request: ErasureRequest): Promise<Erasure> {
  const startedAt = Date.now();
  const target = await erasureTarget(store, request);
  const state: ErasureState = {
    erasure_id: randomUUID(),
    time: engineTimeNow(),
    kind: target.kind,
    status: 'running',
    salt: target.salt,
    id_hashes: target.idHashes,
    traces: 0,
    spans: 0,
  };
  await storeErasure(store, state, '');
  const work = new RemovalWork(store);
  const erased: Erased = { traces: 0, spans: 0, held: [] };
  try {
    for (let pass = 0; pass < MAX_PASSES; pass++) {
      await erasePass(store, target, work, erased);
      if ((await countRows(store, 'traces', target.traces)) === 0) break;
    }
    await replacedPartsGone(store);
    const report = { ...(await reportOf(store, target, work, erased)), took_ms: Date.now() - startedAt };
    const done: ErasureState = {
      ...state,
      status: isClean(report) ? 'done' : 'incomplete',
      traces: erased.traces,
      spans: erased.spans,
    };
    await storeErasure(store, done, JSON.stringify(report));
    return { ...done, time: fromEngineTime(done.time), report };
  } finally {
    await work.end();
  }
}
