import type { components } from '../../contract/api.gen.js';
import { CodedError } from '../../errors.js';
import { fromEngineTime, toEngineTime } from '../../ingest/engineTime.js';
import { jsonLine } from '../../ingest/jsonLine.js';
import type { Store } from '../../store/store.js';
import { canonical } from '../prices/modelPattern.js';

type Retention = components['schemas']['Retention'];
type RetentionInput = components['schemas']['RetentionInput'];

/** How long traces of some models are kept. */
export type RetentionPolicy = components['schemas']['RetentionPolicy'];

/** @throws INVALID_ARGUMENT naming a policy whose pattern another one has too. */
function requireDistinct(policies: readonly RetentionPolicy[]): void {
  const seen = new Set<string>();
  for (const [index, { model_pattern }] of policies.entries()) {
    const pattern = canonical(model_pattern);
    if (seen.has(pattern)) {
      const field = `policies[${index}].model_pattern`;
      throw new CodedError('INVALID_ARGUMENT', `${field} is the pattern of another policy too.`, {
        field,
        expected: 'a pattern that no other policy has',
      });
    }
    seen.add(pattern);
  }
}

/** Stores how long traces are kept, in place of what held before. */
export async function storePolicies(store: Store, input: RetentionInput): Promise<void> {
  requireDistinct(input.policies);
  const row = {
    changed_time: toEngineTime(new Date().toISOString()),
    policies_json: JSON.stringify(input.policies),
    replica_changes_max_age_days: input.replica_changes_max_age_days ?? null,
  };
  await store.insert('retention_policies', Object.keys(row), [jsonLine(row)]);
}

/** How long traces are kept now; without any policy, for ever. */
export async function readPolicies(store: Store): Promise<Retention> {
  const [policies] = await store.rows<{ time: string; policies_json: string; days: number | null }>({
    sql: `SELECT toString(p.changed_time) AS time, policies_json, replica_changes_max_age_days AS days
FROM retention_policies AS p ORDER BY p.changed_time DESC LIMIT 1`,
    params: {},
  });
  const [run] = await store.rows<{ time: string }>({
    sql: 'SELECT toString(r.started_time) AS time FROM retention_runs AS r ORDER BY r.started_time DESC LIMIT 1',
    params: {},
  });
  return {
    policies: policies ? (JSON.parse(policies.policies_json) as RetentionPolicy[]) : [],
    replica_changes_max_age_days: policies?.days ?? null,
    changed_time: policies ? fromEngineTime(policies.time) : null,
    last_applied: run ? fromEngineTime(run.time) : null,
  };
}
