import { FAILURES, RATE_LIMIT, SERVER_ERROR, TIMEOUT, type DemoFailure } from './failures.js';
import type { Layer } from './layers.js';
import { lookUp, pickByWeight, random } from './sqlLiteral.js';
import {
  BAD_DEPLOYMENT,
  BAD_DEPLOYMENT_FAILURES,
  RATE_LIMIT_FAILURES,
  RATE_LIMIT_STORM,
  RUSH_IS_WAITING,
  RUSH_QUEUE_FACTOR,
  SLOW_FACTOR,
  SLOW_REGION,
} from './stories.js';

function ofFailure(read: (failure: DemoFailure) => string | number, otherwise: string): string {
  return `if(failure = 0, ${otherwise}, ${lookUp(FAILURES.map(read), 'failure')})`;
}

/** What befalls the request, the stories included. `failure` is the place in FAILURES, 0 for success. */
export const outcomeLayer: Layer = {
  story: `multiIf(${BAD_DEPLOYMENT}, 'bad deployment', ${RATE_LIMIT_STORM}, 'rate limits', ${SLOW_REGION}, 'slow region', '')`,
};

export const failureLayer: Layer = {
  failure: `if(${random('fails')} < multiIf(story = 'bad deployment', ${BAD_DEPLOYMENT_FAILURES}, story = 'rate limits', ${RATE_LIMIT_FAILURES}, story = 'slow region', usual_failure_rate * 5, usual_failure_rate), multiIf(story = 'bad deployment', ${SERVER_ERROR}, story = 'rate limits', ${RATE_LIMIT}, story = 'slow region', ${TIMEOUT}, ${pickByWeight(
    FAILURES.map((failure) => failure.weight),
    'failure',
  )}), 0)`,
  slowness: `if(story = 'slow region', ${SLOW_FACTOR}, 1)`,
  queue_factor: `if(${RUSH_IS_WAITING}, ${RUSH_QUEUE_FACTOR}, 1)`,
  is_chat: "api != 'embeddings'",
};

export const statusLayer: Layer = {
  status: ofFailure((failure) => failure.status, "'success'"),
  error_type: ofFailure((failure) => failure.type, "''"),
  error_message: ofFailure((failure) => failure.message, "''"),
  error_code: ofFailure((failure) => failure.code, "''"),
  error_param: ofFailure((failure) => failure.param, "''"),
  error_http_status: ofFailure((failure) => failure.httpStatus, 'NULL'),
  succeeded: 'failure = 0',
  streamed: `is_chat AND ${random('streamed')} < 0.45`,
  offers_tool: `is_chat AND ${random('offers tool')} < 0.3`,
  calls_tool: `is_chat AND failure = 0 AND ${random('offers tool')} < 0.09`,
  is_answered: 'is_chat AND failure = 0',
  is_cut_off: `is_chat AND failure = 0 AND ${random('offers tool')} >= 0.09 AND ${random('cut off')} < 0.03`,
  has_history: `is_chat AND ${random('history')} < 0.25`,
};
