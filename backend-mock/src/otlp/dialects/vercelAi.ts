import { attributeContent, toolCallAnswer } from './contents.js';
import type { Dialect } from './dialect.js';

/**
 * Vercel's AI SDK, the `ai.*` names of its versions 3 to 6 (and of `LegacyOpenTelemetry` later; the new integration
 * writes OpenTelemetry's names). The provider's call is the inner span, `ai.streamText.doStream`; the outer one,
 * `ai.streamText`, repeats its tokens and text and is no request.
 * Source: vercel/ai, content/docs/03-ai-sdk-core/60-telemetry.mdx.
 */
export const vercelAi: Dialect = {
  fields: {
    operation: ['ai.operationId'],
    model: ['ai.model.id'],
    response_model: ['ai.response.model'],
    provider: ['ai.model.provider'],
    response_id: ['ai.response.id'],
    conversation_id: ['ai.telemetry.metadata.sessionId'],
    user_id: ['ai.telemetry.metadata.userId'],
    input_tokens: ['ai.usage.inputTokens', 'ai.usage.promptTokens', 'ai.usage.tokens'],
    output_tokens: ['ai.usage.outputTokens', 'ai.usage.completionTokens'],
    cached_input_tokens: ['ai.usage.inputTokenDetails.cacheReadTokens', 'ai.usage.cachedInputTokens'],
    cache_write_tokens: ['ai.usage.inputTokenDetails.cacheWriteTokens'],
    reasoning_tokens: ['ai.usage.outputTokenDetails.reasoningTokens', 'ai.usage.reasoningTokens'],
    total_tokens: ['ai.usage.totalTokens'],
    finish_reason: ['ai.response.finishReason'],
    workflow_name: ['ai.telemetry.functionId'],
    tools: ['ai.prompt.tools'],
  },
  firstToken: [
    ['ai.response.msToFirstChunk', 1],
    ['ai.stream.msToFirstChunk', 1],
  ],
  firstTokenEvents: ['ai.stream.firstChunk'],
  requests: new Map([
    ['ai.generatetext.dogenerate', 'chat'],
    ['ai.streamtext.dostream', 'chat'],
    ['ai.generateobject.dogenerate', 'chat'],
    ['ai.streamobject.dostream', 'chat'],
    ['ai.embed.doembed', 'embeddings'],
    ['ai.embedmany.doembed', 'embeddings'],
  ]),
  inputs: [attributeContent('ai.prompt.messages'), attributeContent('ai.prompt'), attributeContent('ai.values')],
  outputs: [
    toolCallAnswer('ai.response.toolCalls', 'ai.response.text', 'ai.response.reasoning'),
    attributeContent('ai.response.object'),
  ],
  parameterPrefixes: ['ai.settings.'],
  parameterNames: { 'ai.prompt.toolChoice': 'tool_choice' },
  tagPrefixes: ['ai.telemetry.metadata.'],
  known: [
    'ai.response.providerMetadata',
    'ai.response.timestamp',
    'ai.response.files',
    'ai.response.msToFinish',
    'ai.response.avgOutputTokensPerSecond',
    'ai.response.avgCompletionTokensPerSecond',
    'ai.request.headers.*',
    'ai.usage.inputTokenDetails.noCacheTokens',
    'ai.usage.outputTokenDetails.textTokens',
    'ai.embeddings',
    'ai.embedding',
    'ai.value',
    'ai.schema',
    'ai.schema.*',
    'ai.toolCall.*',
    'ai.documents',
    'ai.ranking',
    'ai.ranking.type',
  ],
};
