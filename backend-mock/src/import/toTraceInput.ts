import { createHash } from 'node:crypto';
import type { components } from '../contract/api.gen.js';
import { describePayloads } from '../payload/describePayloads.js';
import { isTimeout } from '../payload/errorType.js';
import type { PayloadDescription, PayloadUsage } from '../payload/description.js';
import { firstText, isObject, type JsonObject } from '../payload/json.js';
import { startTimeOf } from './callTimes.js';
import { errorOf, isFailedBody } from './errorOf.js';
import { destinationOf } from './provider.js';
import { readRecord, RefusedCall, type RecordedCall } from './record.js';
import { assembleStream } from './streams/assembleStream.js';

type TraceInput = components['schemas']['TraceInput'];

const SHOWN_DIGEST_DIGITS = 24;

function isStream(call: RecordedCall): boolean {
  return /event-stream|ndjson|stream\+json/.test(call.contentType) || /^(data|event):/.test(call.response);
}

function jsonBody(call: RecordedCall): JsonObject | undefined {
  try {
    const body: unknown = JSON.parse(call.response);
    return isObject(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

function answerOf(call: RecordedCall): JsonObject {
  const body = isStream(call) ? assembleStream(call.response) : jsonBody(call);
  if (body !== undefined) {
    return body;
  }
  if (call.status >= 400) {
    return { error: call.response };
  }
  throw new RefusedCall(isStream(call) ? 'the streamed answer is of no known API' : 'the answer is not a JSON object');
}

function usageFields(usage: PayloadUsage) {
  return {
    input_tokens: usage.inputTokens ?? null,
    output_tokens: usage.outputTokens ?? null,
    cached_input_tokens: usage.cachedInputTokens ?? null,
    cache_write_tokens: usage.cacheWriteTokens ?? null,
    reasoning_tokens: usage.reasoningTokens ?? null,
  };
}

function outcomeFields(call: RecordedCall, body: JsonObject): Pick<TraceInput, 'status' | 'error'> {
  if (call.status < 400 && !isFailedBody(body)) {
    return { status: 'success' };
  }
  const error = errorOf(call.status, body);
  return { status: isTimeout(error.type ?? '') ? 'timeout' : 'error', error };
}

/** What the answer says about itself. Texts and parameters are left to the server, which reads them from the payloads. */
function describedFields(described: PayloadDescription) {
  return {
    operation: described.operation,
    response_model: described.responseModel,
    response_id: described.responseId,
    finish_reason: described.finishReason,
    ...usageFields(described.usage),
  };
}

/**
 * `processing_ms` is the time until the answer began. For an answer in one piece that is its duration. For a stream it is
 * not: its duration stays unknown, because a time that is too short would flatter every percentile, and the recorded
 * time is kept as a tag.
 */
function durationFields(call: RecordedCall): Pick<TraceInput, 'duration_ms' | 'tags'> {
  if (!isStream(call)) return { duration_ms: call.processingMs };
  return {
    duration_ms: null,
    ...(call.processingMs !== null && { tags: { processing_ms: String(call.processingMs) } }),
  };
}

/** The same line always gives the same id, so that importing a file twice stores it once. */
function requestId(line: string, provider: string): string {
  const digest = createHash('sha256').update(line).digest('hex').slice(0, SHOWN_DIGEST_DIGITS);
  return `import-${provider}-${digest}`;
}

/**
 * A line of a recording as a trace. Every imported model is `external`: it was reached over an address (its connection),
 * also on localhost; hosted models are those with deployments and replicas of their own, which a recording cannot tell.
 *
 * @throws RefusedCall with the reason when the line is no call that can be imported.
 */
export function toTraceInput(line: string): TraceInput {
  const call = readRecord(line);
  const destination = destinationOf(call.host, call.path);
  if (destination === undefined) {
    throw new RefusedCall('unknown API: neither host nor path is of a known provider');
  }
  const body = answerOf(call);
  const described = describePayloads(call.request, body);
  const model = firstText(call.request['model'], destination.pathModel, described.responseModel);
  if (model === '') {
    throw new RefusedCall('no model: neither request, path nor answer names one');
  }
  return {
    request_id: requestId(line, destination.provider),
    model,
    model_type: 'external',
    provider: destination.provider,
    connection: call.host,
    start_time: startTimeOf(call, body).toISOString(),
    ...durationFields(call),
    ...outcomeFields(call, body),
    input: call.request,
    output: body,
    ...describedFields(described),
    streamed: isStream(call),
    source_type: 'Import',
    source: call.source,
    http_request: { method: 'POST', url: `${urlScheme(call.host)}://${call.host}${call.path}` },
  };
}

/** Recordings do not keep the scheme; servers on the machine itself speak plain HTTP. */
function urlScheme(host: string): 'http' | 'https' {
  return /^(localhost|127\.|\[::1\])/.test(host) ? 'http' : 'https';
}
