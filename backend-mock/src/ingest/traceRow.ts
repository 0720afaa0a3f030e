import { createHash } from 'node:crypto';
import type { components } from '../contract/api.gen.js';
import { LIMITS } from '../contract/constants.gen.js';
import { invalidArgument } from '../errors.js';
import { describePayloads } from '../payload/describePayloads.js';
import type { PayloadDescription } from '../payload/description.js';
import { EXPECTED_START, EXPECTED_TIME, isTooFarAhead, toEngineTime } from './engineTime.js';
import { redactHttpRequest } from './redactHttpRequest.js';
import type { TraceRow } from './rows.js';
import { wholeInputTokens } from './usageRules.js';

/** A trace as the contract takes it. */
export type TraceInput = components['schemas']['TraceInput'];

/** Payloads as the JSON text that was sent; absent where there is none, and for payloads that are text. */
export interface PayloadJson {
  input?: string | undefined;
  output?: string | undefined;
}

/** Length of previews, in characters as people count them (code points). */
const PREVIEW_CHARACTERS = 200;

const SURROGATE = /[\ud800-\udfff]/;

/** A text's first 200 code points: never half of a surrogate pair. */
export function previewOf(text: string): string {
  if (text.length <= PREVIEW_CHARACTERS) return text;
  if (!SURROGATE.test(text.slice(0, PREVIEW_CHARACTERS))) return text.slice(0, PREVIEW_CHARACTERS);
  return Array.from(text.slice(0, PREVIEW_CHARACTERS * 2))
    .slice(0, PREVIEW_CHARACTERS)
    .join('');
}

/** Hex digits that stay the same for a request id, so that sending a request again gives the same ids. */
function derivedId(requestId: string, purpose: 'trace' | 'span', digits: number): string {
  return createHash('sha256').update(`${purpose}:${requestId}`).digest('hex').slice(0, digits);
}

/** Stored as it was sent, to the byte; written anew only where nothing was: numbers and names would change. */
function payloadJson(payload: unknown, sent: string | undefined): string {
  if (payload === undefined || payload === null || typeof payload === 'string') return '';
  return sent ?? JSON.stringify(payload);
}

function optionalJson(value: object | undefined): string {
  return value === undefined ? '' : JSON.stringify(value);
}

/**
 * The row a trace is stored as. Texts, parameters, token counts, finish reason and ids of the answer that are absent
 * are read from the payloads; ids that are absent are derived from the request id; secrets of the HTTP request are
 * redacted.
 * A model type that is absent is `external`: nothing says that the model is hosted.
 *
 * @param sent The payloads' JSON text as it was sent, which is what is stored of them.
 * @throws INVALID_ARGUMENT naming `start_time` when the time cannot be kept, or is years ahead.
 */
export function toTraceRow(input: TraceInput, sent: PayloadJson = {}): TraceRow {
  const startTime = toEngineTime(input.start_time);
  if (startTime === undefined) throw invalidArgument('start_time', EXPECTED_TIME);
  if (isTooFarAhead(Date.parse(input.start_time))) throw invalidArgument('start_time', EXPECTED_START);
  const described = describePayloads(input.input, input.output);
  // Assigned to one object: a literal of spreads with this many fields is many times slower in V8.
  return Object.assign(
    Object.assign(ownColumns(input, startTime), subjectColumns(input), usageColumns(input, described)),
    timingColumns(input.timing),
    errorColumns(input.error),
    payloadColumns(input, described, sent),
  );
}

function ownColumns(input: TraceInput, startTime: string) {
  return {
    request_id: input.request_id,
    trace_id: input.trace_id ?? derivedId(input.request_id, 'trace', 32),
    span_id: input.span_id ?? derivedId(input.request_id, 'span', 16),
    start_time: startTime,
    duration_ms: input.duration_ms ?? null,
    status: input.status,
    tags: input.tags ?? {},
    workflow_json: optionalJson(input.workflow),
    retries_json: optionalJson(input.retries),
    http_request_json: optionalJson(input.http_request && redactHttpRequest(input.http_request)),
  };
}

function subjectColumns(input: TraceInput) {
  return {
    model: input.model,
    model_type: input.model_type ?? 'external',
    provider: input.provider ?? '',
    deployment: input.deployment ?? '',
    deployment_version: input.deployment_version ?? '',
    connection: input.connection ?? '',
    source_type: input.source_type ?? '',
    source: input.source ?? '',
    user_id: input.user_id ?? '',
    gateway: input.gateway ?? '',
    conversation_id: input.conversation_id ?? '',
    cache_status: input.cache_status ?? '',
    streamed: input.streamed ?? false,
  };
}

function orNull(value: number | null | undefined): number | null {
  return value ?? null;
}

/** A count the sender left out is the one the provider's answer reports; null says that it is not known. */
function tokensOf(sent: number | null | undefined, reported: number | undefined): number | null {
  return sent === undefined ? orNull(reported) : sent;
}

function usageColumns(input: TraceInput, { usage }: PayloadDescription) {
  const inputCounts = {
    input_tokens: tokensOf(input.input_tokens, usage.inputTokens),
    cached_input_tokens: tokensOf(input.cached_input_tokens, usage.cachedInputTokens),
    cache_write_tokens: tokensOf(input.cache_write_tokens, usage.cacheWriteTokens),
  };
  return {
    input_tokens: wholeInputTokens(inputCounts),
    cached_input_tokens: inputCounts.cached_input_tokens,
    cache_write_tokens: inputCounts.cache_write_tokens,
    output_tokens: tokensOf(input.output_tokens, usage.outputTokens),
    reasoning_tokens: tokensOf(input.reasoning_tokens, usage.reasoningTokens),
    cost_usd: orNull(input.cost_usd),
    credits: orNull(input.credits),
  };
}

function timingColumns(timing: TraceInput['timing']) {
  return {
    queue_ms: orNull(timing?.queue_ms),
    network_ms: orNull(timing?.network_ms),
    ttft_ms: orNull(timing?.ttft_ms),
    generation_ms: orNull(timing?.generation_ms),
  };
}

function errorColumns(error: TraceInput['error']) {
  return {
    error_type: error?.type ?? '',
    error_message: error?.message ?? '',
    error_code: error?.code ?? '',
    error_param: error?.param ?? '',
    error_http_status: error?.http_status ?? null,
  };
}

function payloadColumns(input: TraceInput, described: PayloadDescription, sent: PayloadJson) {
  const inputText = input.input_text ?? described.inputText;
  const outputText = input.output_text ?? described.outputText;
  return {
    operation: input.operation ?? described.operation,
    response_model:
      input.response_model ?? described.responseModel.slice(0, LIMITS.TraceInput.response_model.maxLength),
    response_id: input.response_id ?? described.responseId.slice(0, LIMITS.TraceInput.response_id.maxLength),
    finish_reason: input.finish_reason ?? described.finishReason.slice(0, LIMITS.TraceInput.finish_reason.maxLength),
    input_preview: previewOf(inputText),
    output_preview: previewOf(outputText),
    input_text: inputText,
    output_text: outputText,
    input_json: payloadJson(input.input, sent.input),
    output_json: payloadJson(input.output, sent.output),
    parameters_json: JSON.stringify(input.parameters ?? described.parameters),
  };
}
