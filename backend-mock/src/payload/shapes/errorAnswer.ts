import type { ResponseShape } from '../description.js';
import { firstText, isObject, objectOf } from '../json.js';

const PLAIN_ERROR_FIELDS = new Set(['id', 'message', 'detail', 'type', 'code', 'param', 'object', 'request_id']);

/** An error instead of an answer: `{error: {message}}`, `{error: "…"}`, `{message: "…"}` (Cohere), `{detail: "…"}`. */
export const errorResponse: ResponseShape = {
  name: 'error',
  matches: (body) =>
    isObject(body['error']) ||
    typeof body['error'] === 'string' ||
    (firstText(body['message'], body['detail']) !== '' &&
      Object.keys(body).every((key) => PLAIN_ERROR_FIELDS.has(key))),
  describe: (body) => ({
    text: firstText(objectOf(body['error'])['message'], body['error'], body['message'], body['detail']),
  }),
};
