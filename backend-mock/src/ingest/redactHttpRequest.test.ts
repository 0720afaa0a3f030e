import { describe, expect, it } from 'vitest';
import { REDACTED, redactHttpRequest } from './redactHttpRequest.js';

describe('secrets of a stored HTTP request', () => {
  it.each([
    'Authorization',
    'api-key',
    'X-Api-Key',
    'x-goog-api-key',
    'Cookie',
    'Set-Cookie',
    'X-Amz-Security-Token',
    'Proxy-Authorization',
    'x-auth-token',
    'Ocp-Apim-Subscription-Key',
  ])('the value of header %s is not stored', (name) => {
    expect(redactHttpRequest({ headers: { [name]: 'sesame', 'X-Request-Id': '1' } }).headers).toEqual({
      [name]: REDACTED,
      'X-Request-Id': '1',
    });
  });

  it('keys in the URL are not stored', () => {
    const url = 'https://user:pw@host/v1?key=AIza&api%5Fkey=b&api-version=3&sig=c#x';
    expect(redactHttpRequest({ url }).url).toBe(
      `https://${REDACTED}@host/v1?key=${REDACTED}&api%5Fkey=${REDACTED}&api-version=3&sig=${REDACTED}#x`,
    );
  });

  it('keeps headers that count tokens', () => {
    const headers = { 'x-ratelimit-limit-tokens': '100', 'max-tokens': '5' };
    expect(redactHttpRequest({ headers }).headers).toEqual(headers);
  });
});
