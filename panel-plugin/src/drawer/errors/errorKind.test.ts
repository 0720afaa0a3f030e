import { errorKind } from './errorKind';

describe('kind of a failure', () => {
  it.each([
    [{ type: 'rate_limit_error' }, 'rateLimit'],
    [{ type: 'requests', code: 'rate_limit_exceeded', http_status: 429 }, 'rateLimit'],
    [{ type: 'ThrottlingException' }, 'rateLimit'],
    [{ type: 'invalid_request_error', code: 'content_filter', http_status: 400 }, 'contentFilter'],
    [{ type: 'invalid_request_error', code: 'invalid_api_key' }, 'authentication'],
    [{ type: 'authentication_error' }, 'authentication'],
    [{ type: 'timeout' }, 'timeout'],
    [{ http_status: 504 }, 'timeout'],
    [{ type: 'invalid_request_error', code: 'context_length_exceeded' }, 'invalidRequest'],
    [{ type: 'INVALID_ARGUMENT' }, 'invalidRequest'],
    [{ http_status: 401 }, 'authentication'],
    [{ type: 'server_error', http_status: 500 }, undefined],
    [{}, undefined],
  ])('%j is %s', (error, kind) => {
    expect(errorKind(error)).toBe(kind);
  });
});
