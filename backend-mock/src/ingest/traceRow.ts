import { createHash } from 'node:crypto';
import type { components } from '../contract/api.gen.js';
import { invalidArgument } from '../errors.js';
import { describePayloads } from '../payload/describePayloads.js';
import { EXPECTED_TIME, toEngineTime } from './engineTime.js';
import { redactHttpRequest } from './redactHttpRequest.js';
import type { TraceRow } from './rows.js';

/** A trace as the contract takes it. */
export type TraceInput = components['schemas']['TraceInput'];

/** Length of previews, in characters as people count them (code points). */
const PREVIEW_CHARACTERS = 200;

/** A text's first 200 code points: never half of a surrogate pair. */
export function previewOf(text: string): string {
  if (text.length <= PREVIEW_CHARACTERS) return text;
  return Array.from(text.slice(0, PREVIEW_CHARACTERS * 2))
    .slice(0, PREVIEW_CHARACTERS)
    .join('');
}

/** Hex digits that stay the same for a request id, so that sending a request again gives the same ids. */
function derivedId(requestId: string, purpose: 'trace' | 'span', digits: number): string {
  return createHash('sha256').update(`${purpose}:${requestId}`).digest('hex').slice(0, digits);
}

function payloadJson(payload: unknown): string {
  return payload === undefined || payload === null || typeof payload === 'string' ? '' : JSON.stringify(payload);
}

function optionalJson(value: object | undefined): string {
  return value === undefined ? '' : JSON.stringify(value);
}

/**
 * The row a trace is stored as. Texts, parameters and finish reason that are absent are read from the payloads,
 * ids that are absent are derived from the request id, secrets of the HTTP request are redacted.
 * A model type that is absent is `external`: nothing says that the model is hosted.
 * @throws INVALID_ARGUMENT naming `start_time` when the time cannot be kept.
 */
export function toTraceRow(input: TraceInput): TraceRow {
  const startTime = toEngineTime(input.start_time);
  if (startTime === undefined) throw invalidArgument('start_time', EXPECTED_TIME);
  return {
    request_id: input.request_id,
    trace_id: input.trace_id ?? derivedId(input.request_id, 'trace', 32),
    span_id: input.span_id ?? derivedId(input.request_id, 'span', 16),
    start_time: startTime,
    duration_ms: input.duration_ms ?? null,
    status: input.status,
    ...subjectColumns(input),
    ...usageColumns(input),
    ...errorColumns(input.error),
    ...payloadColumns(input),
    tags: input.tags ?? {},
    workflow_json: optionalJson(input.workflow),
    retries_json: optionalJson(input.retries),
    http_request_json: optionalJson(input.http_request && redactHttpRequest(input.http_request)),
  };
}

function subjectColumns(input: TraceInput) {
  return {
    model: input.model,
    response_model: input.response_model ?? '',
    model_type: input.model_type ?? 'external',
    provider: input.provider ?? '',
    operation: input.operation ?? '',
    deployment: input.deployment ?? '',
    deployment_version: input.deployment_version ?? '',
    connection: input.connection ?? '',
    source_type: input.source_type ?? '',
    source: input.source ?? '',
    user_id: input.user_id ?? '',
    gateway: input.gateway ?? '',
    response_id: input.response_id ?? '',
    conversation_id: input.conversation_id ?? '',
  };
}

function usageColumns(input: TraceInput) {
  return {
    input_tokens: input.input_tokens ?? null,
    output_tokens: input.output_tokens ?? null,
    cached_input_tokens: input.cached_input_tokens ?? null,
    cache_write_tokens: input.cache_write_tokens ?? null,
    reasoning_tokens: input.reasoning_tokens ?? null,
    cost_usd: input.cost_usd ?? null,
    credits: input.credits ?? null,
    streamed: input.streamed ?? false,
    cache_status: input.cache_status ?? '',
    queue_ms: input.timing?.queue_ms ?? null,
    network_ms: input.timing?.network_ms ?? null,
    ttft_ms: input.timing?.ttft_ms ?? null,
    generation_ms: input.timing?.generation_ms ?? null,
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

function payloadColumns(input: TraceInput) {
  const described = describePayloads(input.input, input.output);
  const inputText = input.input_text ?? described.inputText;
  const outputText = input.output_text ?? described.outputText;
  return {
    finish_reason: input.finish_reason ?? described.finishReason,
    input_preview: previewOf(inputText),
    output_preview: previewOf(outputText),
    input_text: inputText,
    output_text: outputText,
    input_json: payloadJson(input.input),
    output_json: payloadJson(input.output),
    parameters_json: JSON.stringify(input.parameters ?? described.parameters),
  };
}
