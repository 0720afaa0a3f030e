import type { components } from '../contract/api.gen.js';
import { errorTypeName } from '../payload/errorType.js';
import { firstText, objectOf, type JsonObject } from '../payload/json.js';

type TraceError = components['schemas']['TraceError'];

function shownCode(error: JsonObject): string {
  const code = error['code'];
  return typeof code === 'number' ? String(code) : firstText(code, error['type'], error['status']);
}

/**
 * Whether a body is an error although its HTTP status is a success: a failed OpenAI response or Replicate prediction,
 * Azure's filter behind some gateways, a stream that broke off. Answers without a fault have `error: null` or none.
 */
export function isFailedBody(body: JsonObject): boolean {
  const error = body['error'];
  return body['status'] === 'failed' || firstText(error) !== '' || Object.keys(objectOf(error)).length > 0;
}

/** The error of an answer: what the provider says, under the type names the drawer knows. */
export function errorOf(httpStatus: number, body: JsonObject): TraceError {
  const inner = objectOf(body['error']);
  const error = Object.keys(inner).length > 0 ? inner : body;
  const code = shownCode(error);
  return {
    type: errorTypeName(httpStatus, code, firstText(error['type'])),
    message: firstText(error['message'], body['error'], body['detail']),
    code,
    param: firstText(error['param']) || null,
    http_status: httpStatus,
  };
}
