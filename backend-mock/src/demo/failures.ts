/** A kind of failure of the demo: what the provider answers and how often it is the reason. */
export interface DemoFailure {
  type: string;
  status: 'error' | 'timeout';
  httpStatus: number;
  code: string;
  param: string;
  message: string;
  weight: number;
}

export const FAILURES: readonly DemoFailure[] = [
  {
    type: 'RateLimitError',
    status: 'error',
    httpStatus: 429,
    code: 'rate_limit_exceeded',
    param: '',
    message: 'Rate limit reached for requests per minute. Please try again in 20s.',
    weight: 27,
  },
  {
    type: 'TimeoutError',
    status: 'timeout',
    httpStatus: 504,
    code: 'timeout',
    param: '',
    message: 'The model did not answer within 60 seconds.',
    weight: 24,
  },
  {
    type: 'ServerError',
    status: 'error',
    httpStatus: 500,
    code: 'internal_error',
    param: '',
    message: 'The server had an error while processing your request.',
    weight: 18,
  },
  {
    type: 'InvalidRequestError',
    status: 'error',
    httpStatus: 400,
    code: 'context_length_exceeded',
    param: 'messages',
    message: "This model's maximum context length was exceeded. Please reduce the length of the messages.",
    weight: 13,
  },
  {
    type: 'ContentFilterError',
    status: 'error',
    httpStatus: 400,
    code: 'content_filter',
    param: 'prompt',
    message: 'The response was filtered because the prompt triggered the content management policy.',
    weight: 12,
  },
  {
    type: 'AuthenticationError',
    status: 'error',
    httpStatus: 401,
    code: 'invalid_api_key',
    param: '',
    message: 'Incorrect API key provided.',
    weight: 6,
  },
];

const placeOf = (type: string): number => FAILURES.findIndex((failure) => failure.type === type) + 1;

/** Places (from 1) of the failures that stories are about. */
export const RATE_LIMIT = placeOf('RateLimitError');
export const TIMEOUT = placeOf('TimeoutError');
export const SERVER_ERROR = placeOf('ServerError');
