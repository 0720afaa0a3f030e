import type { components } from '../../contract/api.gen.js';
import { fromEngineTime, toEngineTime } from '../../ingest/engineTime.js';
import { jsonLine } from '../../ingest/jsonLine.js';
import type { Store } from '../../store/store.js';

type ErasureSummary = components['schemas']['ErasureSummary'];

/** An erasure as the store keeps it; its time is in the engine's form. */
export type ErasureState = ErasureSummary;

const COLUMNS = [
  'erasure_id',
  'time',
  'state',
  'kind',
  'status',
  'salt',
  'id_hashes',
  'traces',
  'spans',
  'report_json',
];

/** Erasures that are listed. */
const MAX_LISTED = 1000;

/** The present time in the engine's form. */
export function engineTimeNow(): string {
  return toEngineTime(new Date().toISOString()) ?? '';
}

/** Adds the state of an erasure. */
export async function storeErasure(store: Store, erasure: ErasureState, reportJson: string): Promise<void> {
  const row = { ...erasure, state: erasure.status === 'running' ? 0 : 1, report_json: reportJson };
  await store.insert('erasures', COLUMNS, [jsonLine(row)]);
}

/** The erasures there were, newest first. */
export async function listErasures(store: Store): Promise<ErasureSummary[]> {
  const rows = await store.rows<ErasureState>({
    sql: `SELECT erasure_id, toString(e.time) AS time, kind, status, salt, id_hashes, traces, spans FROM (
  SELECT * FROM erasures ORDER BY state DESC LIMIT 1 BY erasure_id
) AS e ORDER BY e.time DESC, erasure_id LIMIT ${MAX_LISTED}`,
    params: {},
  });
  return rows.map((row) => ({ ...row, time: fromEngineTime(row.time) }));
}
