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
    // Our own types are vague or stand for several statuses; the status knows better.
    [{ type: 'AuthenticationError', http_status: 403 }, 'permission'],
    [{ type: 'ServerError', http_status: 503 }, 'overloaded'],
    [{ type: 'InvalidRequestError', message: 'Insufficient Balance', http_status: 402 }, 'quota'],
    [{ type: 'request_too_large', http_status: 413 }, 'too-large'],
    [{ code: 'unsupported_country_region_territory', http_status: 403 }, 'permission'],
    [{ type: 'not_found_error', message: 'model: claude-0', http_status: 404 }, 'model-not-found'],
    [{ type: 'NotFoundError', message: 'The model `x` does not exist.', http_status: 404 }, 'model-not-found'],
    [{ type: 'invalid_request_error', message: 'Invalid URL (POST /v1/chat)', http_status: 404 }, 'not-found'],
    [{ code: 'previous_response_not_found', http_status: 400 }, 'not-found'],
    [{ code: 'model_decommissioned', http_status: 400 }, 'model-retired'],
    [
      { type: 'ResourceNotFoundException', message: 'This model version has reached the end of its life.' },
      'model-retired',
    ],
    [
      { type: 'InvalidRequestError', param: 'max_tokens', message: 'For this model max_tokens is deprecated.' },
      'invalid-request',
    ],
    [{ type: 'invalid_request_error', message: 'Output blocked by content filtering policy' }, 'content-filter'],
    [{ message: 'The input token count (1100000) exceeds the maximum number of tokens allowed' }, 'context-length'],
  ])('%j is %s', (error, kind) => {
    expect(errorKind(error)).toBe(kind);
  });
});

/** The failures among the recorded calls, as the trace server tells them. */
const RECORDED: [string, Parameters<typeof errorKind>[0], string][] = [
  [
    'Cohere, a model that was removed',
    {
      type: 'InvalidRequestError',
      code: '',
      message:
        "model 'command-r' was removed on September 15, 2025. See https://docs.cohere.com/docs/models#command for a list of models you can use instead.",
      http_status: 404,
    },
    'model-retired',
  ],
  [
    'OpenAI, a model that was removed',
    {
      type: 'InvalidRequestError',
      code: 'model_not_found',
      message:
        'The model `gpt-3.5-turbo-0613` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations',
      http_status: 404,
    },
    'model-retired',
  ],
  [
    'Azure, a deployment that is not there',
    {
      type: 'InvalidRequestError',
      code: 'DeploymentNotFound',
      message:
        'The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again.',
      http_status: 404,
    },
    'model-not-found',
  ],
  [
    'Azure, a wrong key',
    {
      type: 'AuthenticationError',
      code: '401',
      message: 'Access denied due to invalid subscription key or wrong API endpoint.',
      http_status: 401,
    },
    'authentication',
  ],
  [
    'Azure, a prompt that was filtered, with status 200',
    { type: 'ContentFilterError', code: 'content_filter', param: 'prompt', message: 'filtered', http_status: 200 },
    'content-filter',
  ],
  [
    'OpenAI, an image that could not be fetched',
    {
      type: 'InvalidRequestError',
      code: 'invalid_image_url',
      message: 'Error while downloading https://source.unsplash.com/8xznAGy4HcY/800x400.',
      http_status: 400,
    },
    'media',
  ],
  [
    'OpenAI, an image of another format',
    {
      type: 'InvalidRequestError',
      code: 'invalid_image_format',
      message: 'You uploaded an unsupported image.',
      http_status: 400,
    },
    'media',
  ],
];

it.each(RECORDED)('each recorded failure gets the remedy for what happened: %s', (_, error, kind) => {
  expect(errorKind(error)).toBe(kind);
});
