import { attributeContent, messageEvents, withInstructions } from './contents.js';
import type { Dialect } from './dialect.js';

/**
 * OpenTelemetry's GenAI conventions, newest names first: the development version (`cache_write`), 1.37 to 1.41
 * (`gen_ai.provider.name`, `gen_ai.input.messages`), 1.36 and before (`gen_ai.system`, message events,
 * `prompt_tokens`), and the general attributes that go with them.
 * Source: open-telemetry/semantic-conventions, docs/gen-ai and model/gen-ai (v1.36.0, v1.41.1, v1.44.0 deprecated).
 */
export const otelGenai: Dialect = {
  fields: {
    operation: ['gen_ai.operation.name'],
    model: ['gen_ai.request.model'],
    response_model: ['gen_ai.response.model'],
    provider: ['gen_ai.provider.name', 'gen_ai.system'],
    response_id: ['gen_ai.response.id'],
    conversation_id: ['gen_ai.conversation.id', 'session.id'],
    user_id: ['user.id', 'enduser.id'],
    connection: ['server.address', 'net.peer.name'],
    input_tokens: ['gen_ai.usage.input_tokens', 'gen_ai.usage.prompt_tokens'],
    output_tokens: ['gen_ai.usage.output_tokens', 'gen_ai.usage.completion_tokens'],
    cached_input_tokens: ['gen_ai.usage.cache_read.input_tokens', 'gen_ai.usage.cache_read_input_tokens'],
    cache_write_tokens: [
      'gen_ai.usage.cache_write.input_tokens',
      'gen_ai.usage.cache_creation.input_tokens',
      'gen_ai.usage.cache_write_input_tokens',
      'gen_ai.usage.cache_creation_input_tokens',
    ],
    reasoning_tokens: ['gen_ai.usage.reasoning.output_tokens', 'gen_ai.usage.reasoning_tokens'],
    total_tokens: ['gen_ai.usage.total_tokens'],
    cost_usd: ['gen_ai.usage.cost'],
    finish_reason: ['gen_ai.response.finish_reasons', 'gen_ai.response.finish_reason'],
    streamed: ['gen_ai.request.stream'],
    error_type: ['error.type', 'exception.type'],
    error_http_status: ['http.response.status_code', 'http.status_code'],
    workflow_name: ['gen_ai.workflow.name'],
    tools: ['gen_ai.tool.definitions'],
  },
  firstToken: [
    ['gen_ai.response.time_to_first_chunk', 1000],
    ['gen_ai.client.operation.time_to_first_chunk', 1000],
    ['gen_ai.response.time_to_first_token', 1000],
    ['gen_ai.server.time_to_first_token', 1000],
  ],
  requests: new Map([
    ['chat', 'chat'],
    ['text_completion', 'text_completion'],
    ['embeddings', 'embeddings'],
    ['generate_content', 'generate_content'],
  ]),
  inputs: [
    withInstructions('gen_ai.input.messages', 'gen_ai.system_instructions'),
    messageEvents(['gen_ai.system.message', 'gen_ai.user.message', 'gen_ai.assistant.message', 'gen_ai.tool.message']),
    attributeContent('gen_ai.prompt'),
  ],
  outputs: [
    attributeContent('gen_ai.output.messages'),
    messageEvents(['gen_ai.choice']),
    attributeContent('gen_ai.completion'),
  ],
  parameterPrefixes: ['gen_ai.request.', 'gen_ai.openai.request.', 'openai.request.'],
  parameterNames: { 'gen_ai.output.type': 'output_type' },
  known: [
    'gen_ai.agent.*',
    'gen_ai.tool.*',
    'gen_ai.data_source.id',
    'gen_ai.retrieval.*',
    'gen_ai.evaluation.*',
    'gen_ai.prompt.name',
    'gen_ai.prompt.version',
    'gen_ai.conversation.compacted',
    'gen_ai.embeddings.dimension.count',
    'gen_ai.token.type',
    'gen_ai.openai.response.*',
    'openai.response.*',
    'openai.api.type',
    'gen_ai.usage.text.*',
    'gen_ai.usage.image.*',
    'gen_ai.usage.audio.*',
    'gen_ai.client.*',
    'gen_ai.server.*',
    'gen_ai.invoke_agent.duration',
    'gen_ai.execute_tool.duration',
    'gen_ai.invoke_workflow.duration',
  ],
};
