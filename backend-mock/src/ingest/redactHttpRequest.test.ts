import { describe, expect, it } from 'vitest';
import { redactHttpRequest } from './redactHttpRequest.js';
import { REDACTED } from './secrets.js';

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
    'X-Nomad-Token',
    'nvidia-api-token',
    'X-Netlify-Token',
    'notion-token',
    'X-Namespace-Token',
    'newrelic-token-secret',
    'numtokens-secret',
    'max-tokens-secret',
    'X-Session-Id',
    'x-jwt',
  ])('the value of header %s is not stored', (name) => {
    expect(redactHttpRequest({ headers: { [name]: 'sesame', 'X-Request-Id': '1' } }).headers).toEqual({
      [name]: REDACTED,
      'X-Request-Id': '1',
    });
  });

  it.each([
    ['https://user:pw@host/v1?api-version=3', `https://${REDACTED}@host/v1?api-version=3`],
    [
      'https://host/v1?key=AIza&api%5Fkey=b&sig=c',
      `https://host/v1?key=${REDACTED}&api%5Fkey=${REDACTED}&sig=${REDACTED}`,
    ],
    ['https://host/done#access_token=sesame', 'https://host/done'],
    ['https://host/a?b=1#/back?access_token=sesame', 'https://host/a?b=1'],
    ['https://host/a?b=1;token=sesame;c=2', `https://host/a?b=1;token=${REDACTED}`],
    ['https://host/a?to=https%3A%2F%2Fb%3Ftoken%3Dsesame&c=%20', `https://host/a?to=${REDACTED}&c=%20`],
  ])('keys in the URL %s are not stored', (url, expected) => {
    expect(redactHttpRequest({ url }).url).toBe(expected);
  });

  it('a page that called does not give its keys away', () => {
    expect(redactHttpRequest({ headers: { Referer: 'https://host/?code=sesame' } }).headers).toEqual({
      Referer: `https://host/?code=${REDACTED}`,
    });
  });

  it('keeps headers that count tokens', () => {
    const headers = {
      'x-ratelimit-limit-tokens': '100',
      'max-tokens': '5',
      'X-Max-New-Tokens': '7',
      'num-output-tokens': '1',
      'Idempotency-Key': 'r-1',
    };
    expect(redactHttpRequest({ headers }).headers).toEqual(headers);
  });
});
