import { LANES } from './catalogue.js';
import type { DemoLane } from './lane.js';
import type { Layer } from './layers.js';
import { pick, pickByWeight, random, sqlArray } from './sqlLiteral.js';
import { HOUR_WEIGHTS } from './stories.js';

const MICROS_PER_DAY = 86_400_000_000;
const MICROS_PER_HOUR = 3_600_000_000;
/** Versions go live at ten. */
const ROLLOUT_HOUR = 10;

function ofLane(read: (lane: DemoLane) => string | number): string {
  return `arrayElement(${sqlArray(LANES.map(read))}, lane)`;
}

/** When a request starts and which way it takes. */
export const momentLayer: Layer = {
  hour: `(${pickByWeight(HOUR_WEIGHTS, 'hour')} - 1)`,
  lane: pickByWeight(
    LANES.map((lane) => lane.weight),
    'lane',
  ),
};

/** What is known of the request from its lane alone. */
export const laneLayer: Layer = {
  start_time: `fromUnixTimestamp64Micro(toInt64(day * ${MICROS_PER_DAY} + hour * ${MICROS_PER_HOUR} + floor(${random('micros')} * ${MICROS_PER_HOUR})), 'UTC')`,
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
  scenario: pick(
    `arrayElement(${sqlArray(LANES.map((lane) => lane.scenarios.map((index) => index + 1)))}, lane)`,
    'scenario',
  ),
};

/** A version is named by the day it went live; lanes of a model change on different days. */
export const versionLayer: Layer = {
  days_live: 'if(version_days = 0, 0, (day + lane) % greatest(version_days, 1))',
  is_version_day: 'version_days > 0 AND (day + lane) % greatest(version_days, 1) = 0',
  deployment_version: `if(version_days = 0, '', concat('v', formatDateTime(toDate(day - (day + lane) % greatest(version_days, 1) - if((day + lane) % greatest(version_days, 1) = 0 AND hour < ${ROLLOUT_HOUR}, version_days, 0)), '%Y.%m.%d')))`,
};
