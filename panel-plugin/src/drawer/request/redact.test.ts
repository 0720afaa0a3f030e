import { redactHeader, redactUrl } from './redact';

const KEY = ['sk', 'proj', 'a'.repeat(24)].join('-');
const JWT = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0In0', 'c2lnbmF0dXJl'].join('.');

describe('secrets in a request as sent', () => {
  it.each([
    'Authorization',
    'proxy-authorization',
    'api-key',
    'x-api-key',
    'X-Goog-Api-Key',
    'Ocp-Apim-Subscription-Key',
    'cookie',
    'x-amz-security-token',
    'x-vault-token',
    'client_secret',
    'x-session',
    'x-amz-signature',
  ])('are not shown in the header %s', (name) => {
    expect(redactHeader(name, 'whatever it holds')).toBe('[redacted]');
  });

  it.each([
    ['content-type', 'application/json'],
    ['x-ratelimit-remaining-tokens', '1200'],
    ['idempotency-key', '123'],
    ['user-agent', 'openai-python/1.2 (basic mode)'],
    ['x-note', 'what? is=this & that # too'],
  ])('do not hide the header %s, which holds none', (name, value) => {
    expect(redactHeader(name, value)).toBe(value);
  });

  it.each([
    `Bearer ${KEY}`,
    `see ${KEY}`,
    JWT,
    `AKIA${'Q'.repeat(16)}`,
    `AIza${'x'.repeat(35)}`,
    `ghp_${'a'.repeat(36)}`,
  ])('are not shown under any other name (%#)', (value) => {
    expect(redactHeader('x-forwarded-note', value)).toMatch(/^(see )?\[redacted\]$/);
  });

  it.each([
    ['https://user:pass@api.example/v1', 'https://[redacted]@api.example/v1'],
    ['https://api.example/v1?key=abc&model=x', 'https://api.example/v1?key=[redacted]&model=x'],
    ['https://api.example/v1?%6Bey=abc', 'https://api.example/v1?%6Bey=[redacted]'],
    ['https://api.example/v1#access_token=abc', 'https://api.example/v1'],
    [`https://api.example/${KEY}/chat`, 'https://api.example/[redacted]/chat'],
    ['//user@api.example?x=1', '//[redacted]@api.example?x=1'],
  ])('are not shown in the URL %s', (url, shown) => {
    expect(redactUrl(url)).toBe(shown);
  });

  it('do not hide a URL that holds none', () => {
    const url = 'https://example.openai.azure.com/openai/deployments/gpt-4-1/chat/completions?api-version=2024-10-21';
    expect(redactUrl(url)).toBe(url);
  });
});
