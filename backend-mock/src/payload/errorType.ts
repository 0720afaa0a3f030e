const TYPE_OF_STATUS: ReadonlyMap<number, string> = new Map([
  [401, 'AuthenticationError'],
  [403, 'AuthenticationError'],
  [408, 'TimeoutError'],
  [429, 'RateLimitError'],
  [504, 'TimeoutError'],
]);

/**
 * Error type of the catalogue that the drawer explains: rate limit, content filter, timeout, authentication, invalid
 * request; `ServerError` for faults of the provider's own.
 *
 * @param httpStatus Status of the answer.
 * @param said What the provider calls the error: code, type.
 */
export function errorTypeName(httpStatus: number, ...said: string[]): string {
  const words = said.join(' ');
  if (/content_?filter|content_policy|ResponsibleAIPolicyViolation/i.test(words)) {
    return 'ContentFilterError';
  }
  const known = TYPE_OF_STATUS.get(httpStatus);
  if (known !== undefined) {
    return known;
  }
  if (/rate_?limit|overloaded/i.test(words)) {
    return 'RateLimitError';
  }
  return httpStatus >= 500 ? 'ServerError' : 'InvalidRequestError';
}

/** Whether an error of this type counts as a timeout, which has a status of its own. */
export function isTimeout(errorType: string): boolean {
  return /time_?out|deadline_?exceeded/i.test(errorType);
}
