import type { JsonObject } from './json.js';

/**
 * Token counts as the provider reported them; a count that was not reported is undefined, never guessed.
 *
 * Rule of OpenTelemetry's GenAI conventions (`gen_ai.usage.input_tokens`: "SHOULD include all types of input tokens,
 * including cached tokens"): cached and cache-writing tokens are part of `inputTokens`, reasoning tokens are part of
 * `outputTokens`, each counted once.
 */
export interface PayloadUsage {
  inputTokens?: number | undefined;
  outputTokens?: number | undefined;
  cachedInputTokens?: number | undefined;
  cacheWriteTokens?: number | undefined;
  reasoningTokens?: number | undefined;
}

/** GenAI operation names; '' when the payload does not tell. */
export type PayloadOperation = '' | 'chat' | 'text_completion' | 'embeddings' | 'generate_content';

/** What a pair of request and response payloads says; texts are '' and counts undefined when it does not say. */
export interface PayloadDescription {
  inputText: string;
  outputText: string;
  parameters: JsonObject;
  finishReason: string;
  responseModel: string;
  responseId: string;
  usage: PayloadUsage;
  operation: PayloadOperation;
}

export interface RequestDescription {
  text: string;
  parameters: JsonObject;
  operation: PayloadOperation;
}

export interface ResponseDescription {
  text: string;
  finishReason?: string;
  responseModel?: string;
  responseId?: string;
  usage?: PayloadUsage;
  operation?: PayloadOperation;
}

/** A request payload of one API, told by its fields. */
export interface RequestShape {
  name: string;
  matches(body: JsonObject): boolean;
  describe(body: JsonObject): RequestDescription;
}

/** A response payload of one API, told by its fields. */
export interface ResponseShape {
  name: string;
  matches(body: JsonObject): boolean;
  describe(body: JsonObject): ResponseDescription;
}
