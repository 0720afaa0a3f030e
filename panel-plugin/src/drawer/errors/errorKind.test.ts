import { errorKind } from './errorKind';

describe('kind of a failure', () => {
  it.each([
    [{ type: 'rate_limit_error' }, 'rate-limit'],
    [{ type: 'requests', code: 'rate_limit_exceeded', http_status: 429 }, 'rate-limit'],
    [{ type: 'ThrottlingException' }, 'rate-limit'],
    [{ code: 'RESOURCE_EXHAUSTED', http_status: 429 }, 'rate-limit'],
    [{ type: 'insufficient_quota', code: 'insufficient_quota', http_status: 429 }, 'quota'],
    [{ type: 'invalid_request_error', message: 'Your credit balance is too low', http_status: 400 }, 'quota'],
    [{ type: 'overloaded_error', http_status: 529 }, 'overloaded'],
    [{ type: 'invalid_request_error', code: 'content_filter', http_status: 400 }, 'content-filter'],
    [{ type: 'SAFETY' }, 'content-filter'],
    [{ type: 'invalid_request_error', code: 'invalid_api_key' }, 'authentication'],
    [{ type: 'authentication_error' }, 'authentication'],
    [{ type: 'AccessDeniedException', http_status: 400 }, 'permission'],
    [{ http_status: 401 }, 'authentication'],
    [{ type: 'timeout' }, 'timeout'],
    [{ http_status: 504 }, 'timeout'],
    [{ type: 'invalid_request_error', code: 'context_length_exceeded' }, 'context-length'],
    [{ type: 'invalid_request_error', message: 'prompt is too long: 210000 tokens > 200000' }, 'context-length'],
    [{ type: 'invalid_request_error', code: 'model_not_found', http_status: 404 }, 'model-not-found'],
    [{ type: 'INVALID_ARGUMENT' }, 'invalid-request'],
    [{ type: 'ValidationException', message: 'temperature: too high' }, 'invalid-request'],
    [{ type: 'APIConnectionError' }, 'connection'],
    [{ type: 'server_error', http_status: 500 }, 'server'],
    [{ type: 'Something else' }, undefined],
    [{}, undefined],
  ])('%j is %s', (error, kind) => {
    expect(errorKind(error)).toBe(kind);
  });
});
