import { attributeContent, indexedTexts, openInferenceMessages } from './contents.js';
import type { Dialect } from './dialect.js';

/**
 * OpenInference (Arize Phoenix). The kind of a span is in `openinference.span.kind`: LLM and EMBEDDING are model
 * requests, CHAIN, AGENT, TOOL and the rest are not, also when they repeat a request's tokens.
 * Source: Arize-ai/openinference, spec/semantic_conventions.md.
 */
export const openInference: Dialect = {
  fields: {
    operation: ['openinference.span.kind'],
    model: ['llm.request.model_name', 'llm.model_name', 'embedding.model_name'],
    response_model: ['llm.response.model_name'],
    // The hosting provider comes before the system that made the model.
    provider: ['llm.provider', 'llm.system'],
    input_tokens: ['llm.token_count.prompt'],
    output_tokens: ['llm.token_count.completion'],
    cached_input_tokens: ['llm.token_count.prompt_details.cache_read'],
    cache_write_tokens: ['llm.token_count.prompt_details.cache_write'],
    reasoning_tokens: ['llm.token_count.completion_details.reasoning'],
    total_tokens: ['llm.token_count.total'],
    cost_usd: ['llm.cost.total'],
    finish_reason: ['llm.finish_reason'],
    workflow_node_id: ['graph.node.id'],
    tools: ['llm.tools'],
  },
  firstTokenEvents: ['First Token Stream Event'],
  requests: new Map([
    ['llm', 'chat'],
    ['embedding', 'embeddings'],
  ]),
  inputs: [
    openInferenceMessages('llm.input_messages', 'user'),
    indexedTexts('llm.prompts', ['prompt', 'text']),
    attributeContent('input.value'),
    indexedTexts('embedding.embeddings', ['embedding', 'text']),
  ],
  outputs: [
    openInferenceMessages('llm.output_messages', 'assistant'),
    indexedTexts('llm.choices', ['completion', 'text']),
    attributeContent('output.value'),
  ],
  parameterBundles: ['llm.invocation_parameters', 'embedding.invocation_parameters'],
  known: [
    'openinference.*',
    'llm.cost.*',
    'llm.function_call',
    'llm.prompt_template.*',
    'llm.token_count.prompt_details.*',
    'llm.token_count.completion_details.*',
    'llm.tools.*',
  ],
};
