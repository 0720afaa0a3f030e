import type { Dialect } from './dialect.js';

/** Attributes of our own, for what no convention has a name for. They come before all others. */
export const modeltrace: Dialect = {
  fields: {
    user_id: ['modeltrace.user_id'],
    deployment: ['modeltrace.deployment'],
    deployment_version: ['modeltrace.deployment_version'],
    connection: ['modeltrace.connection'],
    gateway: ['modeltrace.gateway'],
    cache_status: ['modeltrace.cache_status'],
    cost_usd: ['modeltrace.cost_usd'],
    credits: ['modeltrace.credits'],
    source: ['modeltrace.source'],
    source_type: ['modeltrace.source_type'],
    workflow_name: ['modeltrace.workflow.name'],
    workflow_run_id: ['modeltrace.workflow.run_id'],
    workflow_node_id: ['modeltrace.workflow.node_id'],
  },
  requests: new Map(),
  inputs: [],
  outputs: [],
  tagPrefixes: ['modeltrace.tags.'],
  known: ['modeltrace.request_id', 'modeltrace.model_type'],
};
