import { attributeContent, indexedMessages } from './contents.js';
import type { Dialect } from './dialect.js';

/**
 * OpenLLMetry (traceloop), all versions: numbered `gen_ai.prompt.N.*` and `gen_ai.completion.N.*`, `llm.*` names of
 * before 0.5, `traceloop.*` for workflows. Source: traceloop/openllmetry, opentelemetry-semantic-conventions-ai.
 */
export const openLlmetry: Dialect = {
  fields: {
    operation: ['llm.request.type', 'traceloop.span.kind'],
    model: ['llm.request.model'],
    response_model: ['llm.response.model'],
    provider: ['llm.vendor'],
    conversation_id: ['traceloop.association.properties.session_id'],
    user_id: ['traceloop.association.properties.user_id', 'gen_ai.user', 'llm.user'],
    input_tokens: ['llm.usage.prompt_tokens'],
    output_tokens: ['llm.usage.completion_tokens'],
    reasoning_tokens: ['llm.usage.reasoning_tokens'],
    total_tokens: ['llm.usage.total_tokens'],
    finish_reason: [
      'gen_ai.completion.0.finish_reason',
      'gen_ai.response.stop_reason',
      'llm.response.finish_reason',
      'llm.response.stop_reason',
    ],
    streamed: ['gen_ai.is_streaming', 'llm.is_streaming'],
    workflow_name: ['traceloop.workflow.name'],
    workflow_node_id: ['traceloop.entity.path'],
  },
  firstTokenEvents: ['gen_ai.content.completion.chunk', 'llm.content.completion.chunk'],
  requests: new Map([
    ['chat', 'chat'],
    ['completion', 'text_completion'],
    ['embedding', 'embeddings'],
    ['llm_request', 'chat'],
  ]),
  inputs: [indexedMessages('gen_ai.prompt', 'user'), attributeContent('traceloop.entity.input')],
  outputs: [indexedMessages('gen_ai.completion', 'assistant'), attributeContent('traceloop.entity.output')],
  parameterNames: {
    'llm.frequency_penalty': 'frequency_penalty',
    'llm.presence_penalty': 'presence_penalty',
    'llm.top_k': 'top_k',
    'llm.chat.stop_sequences': 'stop_sequences',
    'llm.request.reasoning_effort': 'reasoning_effort',
    'llm.request.repetition_penalty': 'repetition_penalty',
  },
  tagPrefixes: ['traceloop.association.properties.'],
  known: [
    'traceloop.*',
    'gen_ai.headers',
    'llm.headers',
    'gen_ai.openai.*',
    'gen_ai.prompt_caching',
    'gen_ai.task.*',
    'gen_ai.workflow.nodes',
    'gen_ai.workflow.edges',
    'gen_ai.response.reasoning_effort',
    'gen_ai.usage.token_type',
    'llm.usage.token_type',
    'llm.request.functions.*',
    'llm.watsonx.*',
  ],
};
