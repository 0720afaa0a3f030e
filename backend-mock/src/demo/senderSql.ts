import { RATE_LIMIT, SERVER_ERROR, TIMEOUT } from './failures.js';
import type { Layer } from './layers.js';
import { SOURCES, SOURCE_TYPE_WEIGHTS, SOURCE_TYPES, TEAMS, USERS, WORKFLOW_NODES } from './senders.js';
import { lookUp, pick, pickByWeight, pickOf, random, randomBits } from './sqlLiteral.js';

const hex = (salt: string): string => `lower(hex(${randomBits(salt)}))`;

/** Ids as the server derives them from a request id, so that demo traces look like any others. */
const derivedId = (purpose: string, bytes: number): string =>
  `lower(hex(substring(SHA256(concat('${purpose}:', request_id)), 1, ${bytes})))`;

export const idLayer: Layer = {
  // One number for one number of a row: no two rows have the same id.
  request_id: `concat('demo-', {run:String}, lower(hex(intHash64(bitXor(number, cityHash64({seed:UInt64}))))))`,
  answer_id: hex('answer'),
  source_place: pickByWeight(SOURCE_TYPE_WEIGHTS, 'source type'),
  temperature: pick([0, 0.2, 0.3, 0.7, 1], 'temperature'),
  max_tokens: pick([256, 512, 800, 1024, 2048], 'max tokens'),
};

export const senderLayer: Layer = {
  trace_id: derivedId('trace', 16),
  span_id: derivedId('span', 8),
  source_type: lookUp(SOURCE_TYPES, 'source_place'),
  source: pickOf(SOURCES, 'source_place', 'source'),
  user_id: `if(source_place = 3 AND ${random('has user')} < 0.7, '', ${pick(USERS, 'user')})`,
  gateway: "if(region = 'eu-west', 'gateway-eu', 'gateway-us')",
  conversation_id: `if(has_history, concat('conversation-', ${hex('conversation')}), '')`,
  cache_status: "if(succeeded AND is_chat, 'miss', '')",
  workflow_node: pick(WORKFLOW_NODES, 'node'),
  workflow_run: `concat('run-', ${hex('run')})`,
  tags: `mapFilter((name, value) -> value != '', map('team', ${pick(TEAMS, 'team')}, 'region', region, 'environment', if(deployment LIKE '%staging' OR deployment LIKE '%canary', 'staging', 'production'), 'base_model', base_model))`,
  retry_count: `multiIf(failure IN (${RATE_LIMIT}, ${SERVER_ERROR}), 3, failure = ${TIMEOUT}, 1, failure > 0, 0, ${random('retries')} < 0.015, 1 + toUInt8(${random('retries twice')} < 0.3), 0)`,
};
