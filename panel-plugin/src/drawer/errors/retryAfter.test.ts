import { testSpan } from '../spans/fixtures';
import { retryAfterMs } from './retryAfter';

const ofMessage = (message: string) => retryAfterMs({ error: { message }, spans: [] });
const ofAttributes = (attributes: object) =>
  retryAfterMs({ error: null, spans: [testSpan('a', '', 0, 1, { attributes: attributes as never })] });

describe('time to wait before trying again', () => {
  it.each([
    ['Rate limit reached for requests per minute. Please try again in 20s.', 20_000],
    ['Please try again in 1m30s. Visit https://x.example to learn more.', 90_000],
    ['Please try again in 600ms.', 600],
    ['Requests have exceeded the limit. Please retry after 24 seconds.', 24_000],
    ['Please retry in 12.5s', 12_500],
    ['Retry after 2 minutes', 120_000],
  ])('is read from "%s"', (message, wait) => {
    expect(ofMessage(message)).toBe(wait);
  });

  it.each(['', 'Try again later.', 'The limit is 20 requests per 10s', 'Retry with 4 fewer tokens'])(
    'is unknown from "%s"',
    (message) => {
      expect(ofMessage(message)).toBeNull();
    }
  );

  it('is read from the header that was recorded with a span', () => {
    expect(ofAttributes({ 'http.response.header.retry-after': ['7'] })).toBe(7000);
    expect(ofAttributes({ 'http.response.header.retry_after_ms': 250 })).toBe(250);
    expect(ofAttributes({ 'http.response.header.retry-after': ['Fri, 31 Dec 2027 23:59:59 GMT'] })).toBeNull();
  });
});
