import { REPLICA_CHANGE_COLUMNS } from '../ingest/columns.js';
import { CAPACITIES, type DemoCapacity } from './capacities.js';
import { LANES } from './catalogue.js';
import type { DemoLane } from './lane.js';
import { lookUp, sqlText } from './sqlLiteral.js';
import {
  HOUR_WEIGHTS,
  isScaledUp,
  isUndeployed,
  RUSH_DEPLOYMENT,
  RUSH_USUAL_REPLICAS,
  UNDEPLOYED_STORY,
  WEEKDAY_FACTORS,
  WEEKDAY_OF_DAY_0,
} from './stories.js';

/** The lane of a capacity's deployment, and its place among the lanes from 1. */
export function laneOf({ deployment }: DemoCapacity): DemoLane & { place: number } {
  const place = LANES.findIndex((lane) => lane.deployment === deployment);
  const lane = LANES[place];
  if (lane === undefined) {
    throw new Error(`The demo has no deployment ${deployment}.`);
  }
  return { ...lane, place: place + 1 };
}

function ofCapacity(read: (capacity: DemoCapacity) => string | number): string {
  return lookUp(CAPACITIES.map(read), 'capacity');
}

/** Replicas in an hour (hours since 1970): they follow the load, with some chance in it, between 1 and the maximum; a rush takes all of them. */
function replicasIn(hour: string): string {
  const day = `intDiv(${hour}, 24)`;
  const load = `(${lookUp(HOUR_WEIGHTS, `${hour} % 24 + 1`)} / ${Math.max(...HOUR_WEIGHTS)} * ${lookUp(WEEKDAY_FACTORS, `(${day} + ${WEEKDAY_OF_DAY_0}) % 7 + 1`)})`;
  const chance = `(0.8 + 0.4 * (cityHash64({seed:UInt64}, ${hour}, capacity, 'replicas') % 1000) / 1000)`;
  const usual = `(max_replicas * if(deployment = ${sqlText(RUSH_DEPLOYMENT)}, ${RUSH_USUAL_REPLICAS}, 0.85))`;
  const isDown = `deployment = ${sqlText(UNDEPLOYED_STORY.deployment)} AND ${isUndeployed(day)}`;
  const isRush = `deployment = ${sqlText(RUSH_DEPLOYMENT)} AND ${isScaledUp(day, `${hour} % 24`)}`;
  return `multiIf(${isDown}, 0, ${isRush}, max_replicas, toUInt32(greatest(1, least(max_replicas, round(${load} * ${chance} * ${usual})))))`;
}

/** The version that runs in an hour, named by the day it went live at ten. */
function versionIn(hour: string): string {
  const day = `intDiv(${hour} - 10, 24)`;
  return `concat('v', formatDateTime(toDate(${day} - (${day} + lane) % version_days), '%Y.%m.%d'))`;
}

/**
 * Replica changes of all hosted deployments between two hours, as a SELECT of the columns of `replica_changes`. The
 * first hour of the demo (`isFirst`) gets a row whether the number changed or not; a new version starts a series of its own
 * and ends the one before. Parameters:
 * `seed`, `after` (exclusive) and `until` (inclusive), both in hours since 1970, `isFirst`.
 */
export function demoReplicasSql(): string {
  return `SELECT ${REPLICA_CHANGE_COLUMNS.join(', ')}
FROM (
  SELECT *,
    toDateTime64(hour * 3600, 6, 'UTC') AS time,
    ${replicasIn('hour')} AS replicas_now,
    ${replicasIn('(hour - 1)')} AS replicas_before,
    hour % 24 = 10 AND (intDiv(hour, 24) + lane) % version_days = 0 AS is_rollout
  FROM (
    SELECT *,
      ${ofCapacity((capacity) => laneOf(capacity).model)} AS model,
      ${ofCapacity((capacity) => laneOf(capacity).modelType)} AS model_type,
      ${ofCapacity((capacity) => capacity.deployment)} AS deployment,
      ${ofCapacity((capacity) => capacity.hardware)} AS hardware,
      ${ofCapacity((capacity) => capacity.maxReplicas)} AS max_replicas,
      ${ofCapacity((capacity) => laneOf(capacity).versionDays)} AS version_days,
      ${ofCapacity((capacity) => laneOf(capacity).place)} AS lane
    FROM (
      SELECT {after:Int64} + 1 + toInt64(number) AS hour, arrayJoin(range(1, ${CAPACITIES.length + 1})) AS capacity
      FROM numbers(toUInt64({until:Int64} - {after:Int64}))
    )
  )
)
ARRAY JOIN
  if(is_rollout, [${versionIn('hour')}, ${versionIn('(hour - 1)')}], [${versionIn('hour')}]) AS deployment_version,
  if(is_rollout, [replicas_now, toUInt32(0)], [replicas_now]) AS replicas
WHERE replicas_now != replicas_before OR is_rollout OR ({isFirst:Bool} AND hour = {after:Int64} + 1)`;
}
