import { toEngineTime } from '../../ingest/engineTime.js';
import type { QueryParams } from '../../store/paramsForm.js';
import { bySpecificity, canonical, likePattern } from '../prices/modelPattern.js';
import type { PlainCondition } from '../removal/workSql.js';
import type { RetentionPolicy } from './policies.js';

const DAY_MS = 86_400_000;
const TIME = "DateTime64(6, 'UTC')";

/** What policies say at a moment, as conditions over `traces` without an alias. */
export interface Expiry {
  /** Rows that have expired. */
  condition: PlainCondition;
  /** Time before which a row of its model has expired. */
  cutoffSql: string;
  /** Before this time everything has expired, whatever its model; undefined when a model may be kept for ever. */
  allBefore: Date | undefined;
}

/** The start of the UTC day that lies this many days back. */
export function cutoff(maxAgeDays: number, now: Date): Date {
  return new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS - maxAgeDays * DAY_MS);
}

/** A time in the engine's form; none that it keeps is before 1970. */
export function engineTime(time: Date): string {
  return toEngineTime(new Date(Math.max(0, time.getTime())).toISOString()) ?? '';
}

/** What has expired; undefined when there is no policy. */
export function expiryOf(policies: readonly RetentionPolicy[], now: Date): Expiry | undefined {
  const ordered = [...policies].sort((a, b) => bySpecificity(a.model_pattern, b.model_pattern));
  if (ordered.length === 0) return undefined;
  const cutoffs = ordered.map((policy) => cutoff(policy.max_age_days, now).getTime());
  const params: QueryParams = { latest_cutoff: engineTime(new Date(Math.max(...cutoffs))) };
  for (const [index, policy] of ordered.entries()) {
    params[`policy_${index}`] = likePattern(policy.model_pattern);
    params[`cutoff_${index}`] = engineTime(new Date(cutoffs[index] ?? 0));
  }
  const branches = ordered.map((_, index) => `lower(model) LIKE {policy_${index}:String}, {cutoff_${index}:${TIME}}`);
  const cutoffSql = `multiIf(${branches.join(', ')}, toDateTime64(0, 6, 'UTC'))`;
  const coversAll = ordered.some((policy) => canonical(policy.model_pattern) === '*');
  return {
    // The first comparison is what the engine skips data by.
    condition: { sql: `start_time < {latest_cutoff:${TIME}} AND start_time < ${cutoffSql}`, params },
    cutoffSql,
    allBefore: coversAll ? new Date(Math.min(...cutoffs)) : undefined,
  };
}

/**
 * Replica changes before a time, without the last one of each series that still runs: it says what holds from then on.
 */
export function oldReplicaChanges(before: Date): PlainCondition {
  const series = 'model, deployment, deployment_version, hardware';
  return {
    sql: `time < {replicas_before:${TIME}} AND (${series}, time) NOT IN (
  SELECT ${series}, max(time) FROM replica_changes WHERE time < {replicas_before:${TIME}}
  GROUP BY ${series} HAVING argMax(replicas, (time, stored_time)) > 0)`,
    params: { replicas_before: engineTime(before) },
  };
}

/** Spans before a time that belong to no stored request: those of requests that stay are kept with them. */
export function spansWithoutRequest(before: Date): PlainCondition {
  const old = `start_time < {spans_before:${TIME}}`;
  return {
    sql: `${old} AND trace_id NOT IN (SELECT trace_id FROM traces WHERE trace_id IN (SELECT trace_id FROM spans WHERE ${old}))`,
    params: { spans_before: engineTime(before) },
  };
}
