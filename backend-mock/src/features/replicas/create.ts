import type { components } from '../../contract/api.gen.js';
import { invalidArgument } from '../../errors.js';
import { REPLICA_CHANGE_COLUMNS } from '../../ingest/columns.js';
import { EXPECTED_TIME, toEngineTime } from '../../ingest/engineTime.js';
import { jsonLine } from '../../ingest/jsonLine.js';
import type { IngestCounts, ReplicaChangeRow } from '../../ingest/rows.js';
import type { Store } from '../../store/store.js';

type ReplicaChange = components['schemas']['ReplicaChange'];

function toRow(change: ReplicaChange, index: number): ReplicaChangeRow {
  const time = toEngineTime(change.time);
  if (time === undefined) throw invalidArgument(`changes[${index}].time`, EXPECTED_TIME);
  return {
    model: change.model,
    model_type: change.model_type ?? '',
    deployment: change.deployment,
    deployment_version: change.deployment_version ?? '',
    hardware: change.hardware,
    time,
    replicas: change.replicas,
    max_replicas: change.max_replicas ?? 0,
  };
}

/** Tells two changes apart; the time is microseconds since 1970, as text. */
function identity(row: Omit<ReplicaChangeRow, 'time'>, time: string): string {
  const { model, model_type, deployment, deployment_version, hardware, replicas, max_replicas } = row;
  return JSON.stringify([model, model_type, deployment, deployment_version, hardware, time, replicas, max_replicas]);
}

/**
 * Stores replica changes; those that are stored already, in every field, count as duplicates.
 * @throws INVALID_ARGUMENT naming the time that cannot be read.
 */
export async function storeReplicaChanges(store: Store, changes: readonly ReplicaChange[]): Promise<IngestCounts> {
  const rows = changes.map(toRow);
  const times = rows.map((row) => row.time).sort();
  const stored = await store.rows<Omit<ReplicaChangeRow, 'time'> & { engine_time: string }>({
    sql: `SELECT model, model_type, deployment, deployment_version, hardware, toString(time) AS engine_time, replicas, max_replicas
FROM replica_changes FINAL
WHERE model IN {models:Array(String)}
  AND time BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')}`,
    params: { models: [...new Set(rows.map((row) => row.model))], first: times[0] ?? '', last: times.at(-1) ?? '' },
  });
  const seen = new Set(stored.map((row) => identity(row, row.engine_time)));
  const fresh = rows.filter((row) => {
    const key = identity(row, row.time);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
  await store.insert('replica_changes', REPLICA_CHANGE_COLUMNS, fresh.map(jsonLine));
  return { accepted: fresh.length, duplicates: rows.length - fresh.length };
}
