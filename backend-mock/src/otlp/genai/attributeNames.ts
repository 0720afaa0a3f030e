import type { components } from '../../contract/api.gen.js';

type TraceInput = components['schemas']['TraceInput'];

/**
 * Attribute names in the order they are asked. First the product's own `modeltrace.*`, then OpenTelemetry's GenAI
 * conventions from the newest back to 1.36 and before, then the dialects of OpenLLMetry (`llm.*`, `traceloop.*`),
 * OpenInference (`llm.token_count.*`, `session.id`) and Vercel's AI SDK (`ai.*`).
 */
export const TEXT_ATTRIBUTES = {
  model: ['gen_ai.request.model', 'llm.request.model', 'llm.model_name', 'embedding.model_name', 'ai.model.id'],
  response_model: ['gen_ai.response.model', 'llm.response.model', 'ai.response.model'],
  response_id: ['gen_ai.response.id', 'ai.response.id'],
  conversation_id: ['gen_ai.conversation.id', 'session.id', 'traceloop.association.properties.session_id'],
  user_id: ['modeltrace.user_id', 'user.id', 'enduser.id', 'traceloop.association.properties.user_id'],
  deployment: ['modeltrace.deployment'],
  deployment_version: ['modeltrace.deployment_version'],
  connection: ['modeltrace.connection', 'server.address', 'net.peer.name'],
  gateway: ['modeltrace.gateway'],
  cache_status: ['modeltrace.cache_status'],
} as const satisfies Partial<Record<keyof TraceInput, readonly string[]>>;

export const COUNT_ATTRIBUTES = {
  input_tokens: [
    'gen_ai.usage.input_tokens',
    'gen_ai.usage.prompt_tokens',
    'llm.token_count.prompt',
    'ai.usage.inputTokens',
    'ai.usage.promptTokens',
  ],
  output_tokens: [
    'gen_ai.usage.output_tokens',
    'gen_ai.usage.completion_tokens',
    'llm.token_count.completion',
    'ai.usage.outputTokens',
    'ai.usage.completionTokens',
  ],
  cached_input_tokens: [
    'gen_ai.usage.cache_read.input_tokens',
    'gen_ai.usage.cache_read_input_tokens',
    'llm.token_count.prompt_details.cache_read',
    'ai.usage.cachedInputTokens',
  ],
  cache_write_tokens: [
    'gen_ai.usage.cache_write.input_tokens',
    'gen_ai.usage.cache_creation.input_tokens',
    'gen_ai.usage.cache_write_input_tokens',
    'gen_ai.usage.cache_creation_input_tokens',
    'llm.token_count.prompt_details.cache_write',
  ],
  reasoning_tokens: [
    'gen_ai.usage.reasoning.output_tokens',
    'gen_ai.usage.reasoning_tokens',
    'llm.token_count.completion_details.reasoning',
    'ai.usage.reasoningTokens',
  ],
} as const satisfies Partial<Record<keyof TraceInput, readonly string[]>>;

export const AMOUNT_ATTRIBUTES = {
  cost_usd: ['modeltrace.cost_usd', 'gen_ai.usage.cost', 'llm.cost.total'],
  credits: ['modeltrace.credits'],
} as const satisfies Partial<Record<keyof TraceInput, readonly string[]>>;

/** Time to first token and how many milliseconds its unit has; the conventions give seconds. */
export const FIRST_TOKEN_ATTRIBUTES: readonly (readonly [name: string, milliseconds: number])[] = [
  ['gen_ai.response.time_to_first_chunk', 1000],
  ['gen_ai.response.time_to_first_token', 1000],
  ['gen_ai.server.time_to_first_token', 1000],
  ['ai.response.msToFirstChunk', 1],
];

export const STREAM_ATTRIBUTES = ['gen_ai.request.stream', 'llm.is_streaming', 'gen_ai.is_streaming'];
export const PROVIDER_ATTRIBUTES = [
  'gen_ai.provider.name',
  'gen_ai.system',
  'llm.provider',
  'llm.system',
  'ai.model.provider',
];
export const FINISH_ATTRIBUTES = [
  'gen_ai.response.finish_reasons',
  'gen_ai.completion.0.finish_reason',
  'ai.response.finishReason',
];
export const ERROR_ATTRIBUTES = ['error.type', 'exception.type'];
export const HTTP_STATUS_ATTRIBUTES = ['http.response.status_code', 'http.status_code'];

/** Provider names of older conventions and their names now. */
export const RENAMED_PROVIDERS: ReadonlyMap<string, string> = new Map([
  ['az.ai.openai', 'azure.ai.openai'],
  ['azure', 'azure.ai.openai'],
  ['az.ai.inference', 'azure.ai.inference'],
  ['vertex_ai', 'gcp.vertex_ai'],
  ['gemini', 'gcp.gemini'],
  ['google', 'gcp.gemini'],
  ['mistral', 'mistral_ai'],
  ['mistralai', 'mistral_ai'],
  ['aws', 'aws.bedrock'],
  ['bedrock', 'aws.bedrock'],
  ['xai', 'x_ai'],
  ['watsonx', 'ibm.watsonx.ai'],
]);
