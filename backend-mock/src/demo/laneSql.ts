import { LANES } from './catalogue.js';
import type { DemoLane } from './lane.js';
import type { Layer } from './layers.js';
import { lookUp, pickByWeight, pickOf, random } from './sqlLiteral.js';
import { HOUR_WEIGHTS, isUndeployed, RUSH, RUSH_DEPLOYMENT, RUSH_SHARE, UNDEPLOYED_STORY } from './stories.js';

/** Versions go live at ten. */
const ROLLOUT_HOUR = 10;

function ofLane(read: (lane: DemoLane) => string | number): string {
  return lookUp(LANES.map(read), 'lane');
}

/** Place (from 1) of a deployment's lane. */
export function laneOf(deployment: string): number {
  const place = LANES.findIndex((lane) => lane.deployment === deployment);
  if (place < 0) throw new Error(`The demo has no deployment ${deployment}.`);
  return place + 1;
}

/** Which way the request would take on a usual day. */
export const usualLaneLayer: Layer = {
  hour_load: `${lookUp(HOUR_WEIGHTS, 'hour + 1')} / ${Math.max(...HOUR_WEIGHTS)}`,
  usual_lane: pickByWeight(
    LANES.map((lane) => lane.weight),
    'lane',
  ),
};

export const chosenLaneLayer: Layer = {
  lane: `multiIf(${RUSH} AND ${random('rush')} < ${RUSH_SHARE}, ${laneOf(RUSH_DEPLOYMENT)}, usual_lane = ${laneOf(UNDEPLOYED_STORY.deployment)} AND ${isUndeployed('day')}, ${laneOf(UNDEPLOYED_STORY.instead)}, usual_lane)`,
};

/** What is known of the request from its lane alone. */
export const laneLayer: Layer = {
  model: ofLane((lane) => lane.model),
  model_type: ofLane((lane) => lane.modelType),
  base_model: ofLane((lane) => lane.baseModel),
  response_model: ofLane((lane) => lane.responseModel),
  provider: ofLane((lane) => lane.provider),
  operation: ofLane((lane) => lane.operation),
  api: ofLane((lane) => lane.api),
  deployment: ofLane((lane) => lane.deployment),
  connection: ofLane((lane) => lane.connection),
  url: ofLane((lane) => lane.url),
  region: ofLane((lane) => lane.region),
  usual_ttft_ms: ofLane((lane) => lane.ttftMs),
  tokens_per_second: ofLane((lane) => lane.tokensPerSecond),
  input_price: ofLane((lane) => lane.inputPrice),
  output_price: ofLane((lane) => lane.outputPrice),
  credits_per_second: ofLane((lane) => lane.creditsPerSecond),
  usual_failure_rate: ofLane((lane) => lane.failureRate),
  version_days: ofLane((lane) => lane.versionDays),
  scenario: pickOf(
    LANES.map((lane) => lane.scenarios.map((index) => index + 1)),
    'lane',
    'scenario',
  ),
};

/** A version is named by the day it went live; lanes of a model change on different days. */
export const versionLayer: Layer = {
  is_hosted: 'version_days > 0',
  days_live: '(day + lane) % greatest(version_days, 1)',
};

export const versionNameLayer: Layer = {
  is_version_day: 'is_hosted AND days_live = 0',
  deployment_version: `if(is_hosted, concat('v', replaceAll(toString(toDate32(day - days_live - if(days_live = 0 AND hour < ${ROLLOUT_HOUR}, version_days, 0))), '-', '.')), '')`,
};
