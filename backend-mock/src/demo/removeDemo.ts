import type { Query, Store } from '../store/store.js';
import { CAPACITIES } from './capacities.js';
import { laneOf } from './replicasSql.js';

/** What was removed, in rows. */
export interface RemovedDemo {
  traces: number;
  replicaChanges: number;
}

const TRACES: Query = { sql: "startsWith(request_id, 'demo-')", params: {} };

/**
 * Replica changes have no ids. Those of the demo are of its models on its deployments, hardware and sizes, at full hours,
 * with versions named by a day: together nothing that a real deployment has by chance.
 */
const REPLICA_CHANGES: Query = {
  sql: `has({capacities:Array(String)}, concat(model, '\\n', deployment, '\\n', hardware, '\\n', toString(max_replicas)))
  AND match(deployment_version, '^v[0-9]{4}[.][0-9]{2}[.][0-9]{2}$') AND toUnixTimestamp64Micro(time) % 3600000000 = 0`,
  params: {
    capacities: CAPACITIES.map((capacity) =>
      [laneOf(capacity).model, capacity.deployment, capacity.hardware, capacity.maxReplicas].join('\n'),
    ),
  },
};

async function remove(store: Store, table: string, { sql, params }: Query): Promise<number> {
  const [row] = await store.rows<{ n: number }>({ sql: `SELECT count() AS n FROM ${table} WHERE ${sql}`, params });
  const count = row?.n ?? 0;
  if (count > 0) await store.mutate(table, { sql: `DELETE WHERE ${sql}`, params });
  return count;
}

/** Removes the demo data of all demos in a store and leaves everything else. Demo traces have no spans of their own. */
export async function removeDemo(store: Store): Promise<RemovedDemo> {
  const traces = await remove(store, 'traces', TRACES);
  return { traces, replicaChanges: await remove(store, 'replica_changes', REPLICA_CHANGES) };
}
