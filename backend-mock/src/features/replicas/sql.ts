import type { QueryParams } from '../../store/paramsForm.js';
import type { Query } from '../../store/store.js';
import { timeRange } from '../selection/selectionSql.js';

/** Which replica changes are asked for. */
export interface ReplicaSelection {
  from?: string;
  to?: string;
  model?: string[];
  deployment?: string[];
  deployment_version?: string[];
}

const SERIES = 'model, deployment, deployment_version, hardware';
const FILTERED = ['model', 'deployment', 'deployment_version'] as const;

/**
 * Replica changes, oldest first. Each series starts with its state at `from`; one that had ended by then starts with
 * its first change after it.
 */
export function replicasQuery(selection: ReplicaSelection): Query {
  const { from, to } = timeRange(selection);
  const params: QueryParams = {};
  const conditions: string[] = [];
  for (const field of FILTERED) {
    const values = selection[field] ?? [];
    if (values.length === 0) continue;
    conditions.push(`${field} IN {${field}:Array(String)}`);
    params[field] = values;
  }
  if (to !== undefined) {
    conditions.push("time < {to:DateTime64(6, 'UTC')}");
    params['to'] = to;
  }
  const where = conditions.length === 0 ? '1' : conditions.join(' AND ');
  const changes = `SELECT time, ${SERIES}, replicas, max_replicas FROM replica_changes FINAL WHERE ${where}`;
  const order = `ORDER BY time, ${SERIES}`;
  if (from === undefined) return { sql: `${changes} ${order}`, params };
  return {
    sql: `WITH changes AS (${changes})
SELECT * FROM (
  SELECT {from:DateTime64(6, 'UTC')} AS time, ${SERIES},
    argMax(c.replicas, c.time) AS replicas, argMax(c.max_replicas, c.time) AS max_replicas
  FROM changes AS c WHERE c.time <= {from:DateTime64(6, 'UTC')}
  GROUP BY ${SERIES} HAVING argMax(c.replicas, c.time) > 0
  UNION ALL
  SELECT time, ${SERIES}, replicas, max_replicas FROM changes WHERE time > {from:DateTime64(6, 'UTC')}
)
${order}`,
    params: { ...params, from },
  };
}
