import { execFileSync } from 'child_process';
import fc from 'fast-check';
import { curlCommand, MAX_INLINE_JSON } from './curlCommand';

const SECRET = 'N0t-f0r-0ther-eyes';

interface Asked {
  url?: string;
  headers?: Record<string, string>;
  method?: string;
  provider?: string;
  json?: string;
}

function command({
  url = 'https://api.example.com/v1/chat',
  headers = {},
  method = 'POST',
  provider = '',
  json = '{}',
}: Asked) {
  return curlCommand({ httpRequest: { method, url, headers }, provider, json });
}

/** Arguments and standard input that curl would get from a POSIX shell. */
function run(text: string, variables: Record<string, string> = {}): { words: string[]; input: string } {
  const script = `curl() { printf '%s\\0' "$@"; printf '\\1'; cat; }\n${text}`;
  const output = execFileSync('sh', ['-c', script], {
    encoding: 'utf8',
    input: '',
    env: { PATH: process.env.PATH ?? '', ...variables },
  });
  const end = output.lastIndexOf('\u0001');
  return { words: output.slice(0, end).split('\0').slice(0, -1), input: output.slice(end + 1) };
}

function valuesOf(words: readonly string[], option: string): string[] {
  return words.filter((_, index) => words[index - 1] === option);
}

it('a request to Azure says when its address lacks what Azure answers 404 without', () => {
  const url = 'https://x.openai.azure.com/openai/deployments/d/chat/completions';
  expect(command({ url, provider: 'azure.ai.openai' })).toContain('# The address lacks the version');
  expect(command({ url: `${url}?api-version=2024-06-01`, provider: 'azure.ai.openai' })).not.toContain('lacks');
  expect(command({ url: 'https://x.openai.azure.com/openai/v1/responses' })).not.toContain('lacks');
});

it.each([
  ['aws.bedrock', 'AWS_BEARER_TOKEN_BEDROCK'],
  ['writer', 'WRITER_API_KEY'],
  ['replicate', 'REPLICATE_API_TOKEN'],
])('a request to %s without recorded headers can be sent with a key', (provider, variable) => {
  expect(valuesOf(run(command({ provider }), { [variable]: 'k' }).words, '--header')).toContain(
    'authorization: Bearer k'
  );
});

describe('a command that sends the request again', () => {
  it('sends the method, address, headers and body of the trace', () => {
    const json = '{"model":"gpt-4o","messages":[{"role":"user","content":"it\'s $HOME"}],"temperature":1.0}';
    const { words, input } = run(
      command({ headers: { 'Content-Type': 'application/json', 'OpenAI-Beta': 'assistants=v2' }, json })
    );
    expect(valuesOf(words, '--url')).toEqual(['https://api.example.com/v1/chat']);
    expect(valuesOf(words, '--request')).toEqual(['POST']);
    expect(valuesOf(words, '--header')).toEqual(['Content-Type: application/json', 'OpenAI-Beta: assistants=v2']);
    expect(words.slice(-2)).toEqual(['--data-binary', '@-']);
    expect(input).toBe(`${json}\n`);
  });

  it.each([
    ['openai', 'Authorization', `Bearer ${SECRET}`, 'Authorization: Bearer $OPENAI_API_KEY'],
    ['openai', 'authorization', '[redacted]', 'authorization: Bearer $OPENAI_API_KEY'],
    ['anthropic', 'x-api-key', SECRET, 'x-api-key: $ANTHROPIC_API_KEY'],
    ['azure.ai.openai', 'api-key', SECRET, 'api-key: $AZURE_OPENAI_API_KEY'],
    ['gcp.gemini', 'x-goog-api-key', SECRET, 'x-goog-api-key: $GEMINI_API_KEY'],
    ['cohere', 'Authorization', `bearer ${SECRET}`, 'Authorization: bearer $CO_API_KEY'],
    ['replicate', 'Authorization', `Token ${SECRET}`, 'Authorization: Token $REPLICATE_API_TOKEN'],
    ['fal', 'Authorization', `Key ${SECRET}`, 'Authorization: Key $API_KEY'],
    ['', 'Authorization', `Basic ${SECRET}`, 'Authorization: Basic $API_KEY'],
    [
      'aws.bedrock',
      'Authorization',
      `AWS4-HMAC-SHA256 Credential=${SECRET}`,
      'Authorization: Bearer $AWS_BEARER_TOKEN_BEDROCK',
    ],
    ['aws.bedrock', 'X-Amz-Security-Token', SECRET, 'X-Amz-Security-Token: $X_AMZ_SECURITY_TOKEN'],
    ['', 'Proxy-Authorization', SECRET, 'Proxy-Authorization: $PROXY_AUTHORIZATION'],
    ['', 'Cookie', `session=${SECRET}`, 'Cookie: $COOKIE'],
    ['', 'Helicone-Auth', `Bearer ${SECRET}`, 'Helicone-Auth: Bearer $HELICONE_AUTH'],
    ['', 'Ocp-Apim-Subscription-Key', SECRET, 'Ocp-Apim-Subscription-Key: $OCP_APIM_SUBSCRIPTION_KEY'],
    ['', 'X-Custom', `sk-proj-${SECRET}${SECRET}`, 'X-Custom: $X_CUSTOM'],
    ['', 'Referer', `https://a.example/?token=${SECRET}`, 'Referer: $REFERER'],
    ['', 'Link', `https://user:${SECRET}@a.example/`, 'Link: $LINK'],
  ])('keeps the secret of %s in %s out', (provider, name, value, expected) => {
    const text = command({ provider, headers: { [name]: value } });
    expect(text).not.toContain(SECRET);
    const [, prefix = '', variable = ''] = /^(.*)\$(\w+)$/.exec(expected) ?? [];
    expect(text).toMatch(new RegExp(`^# .*${variable}`, 'm'));
    expect(valuesOf(run(text, { [variable]: 'a key' }).words, '--header')).toContain(`${prefix}a key`);
  });

  it.each([
    [`https://a.example/v1?key=${SECRET}&alt=sse`, 'https://a.example/v1?key=K&alt=sse'],
    [`https://a.example/v1?alt=sse&api_key=${SECRET}`, 'https://a.example/v1?alt=sse&api_key=K'],
    [`https://a.example/?api%5Fkey=${SECRET}`, 'https://a.example/?api%5Fkey=K'],
    [`https://a.example/?token=${SECRET}#${SECRET}`, 'https://a.example/?token=K'],
    [`https://a.example/?sig=${SECRET}&se=2026`, 'https://a.example/?sig=K&se=2026'],
    [
      `https://a.example/?X-Amz-Signature=${SECRET}&X-Amz-Credential=${SECRET}`,
      'https://a.example/?X-Amz-Signature=K&X-Amz-Credential=K',
    ],
    [`https://a.example/?next=https%3A%2F%2Fb.example%2F%3Ftoken%3D${SECRET}`, 'https://a.example/?next=K'],
    [`https://user:${SECRET}@a.example/v1`, 'https://K@a.example/v1'],
    [`https://a.example/bot/sk-${SECRET}${SECRET}/send`, 'https://a.example/bot/K/send'],
  ])('keeps the secret of the address %s out', (url, expected) => {
    const text = command({ url });
    expect(text).not.toContain(SECRET);
    const variables = Object.fromEntries([...text.matchAll(/\$([A-Z_0-9]+)/g)].map((match) => [match[1] ?? '', 'K']));
    expect(valuesOf(run(text, variables).words, '--url')).toEqual([expected]);
  });

  it.each([
    { tools: [{ type: 'mcp', authorization: SECRET }] },
    { tools: [{ type: 'mcp', headers: { Authorization: `Bearer ${SECRET}`, 'x-api-key': SECRET } }] },
    { data_sources: [{ parameters: { authentication: { type: 'api_key', api_key: SECRET } } }] },
    {
      messages: [
        { role: 'assistant', tool_calls: [{ function: { arguments: JSON.stringify({ password: SECRET }) } }] },
      ],
    },
    { messages: [{ role: 'user', content: `My key is sk-ant-api03-${SECRET}${SECRET}` }] },
    { api_key: `it is "${SECRET}"` },
  ])('keeps secrets of the body out: %j', (body) => {
    const text = command({ json: JSON.stringify(body, undefined, 1) });
    expect(text).not.toContain(SECRET);
    expect(text).toContain('[redacted]');
    expect(Object.keys(JSON.parse(run(text).input) as object)).toEqual(Object.keys(body));
  });

  it('leaves what only looks like a secret as it is', () => {
    const body = {
      max_tokens: 100,
      tools: [{ name: 'sign_in', input_schema: { properties: { password: { type: 'string' } } } }],
      messages: [
        { role: 'assistant', content: [{ type: 'thinking', signature: 'Eo8BCkYIBhgC' }, { code: 'print(1)' }] },
      ],
    };
    expect(JSON.parse(run(command({ json: JSON.stringify(body) })).input)).toEqual(body);
  });

  it('adds the key, and what else the provider needs, where the trace has no headers', () => {
    const text = curlCommand({
      httpRequest: { method: 'POST', url: 'https://api.anthropic.com/v1/messages' },
      provider: 'anthropic',
      json: '{}',
    });
    expect(valuesOf(run(text, { ANTHROPIC_API_KEY: 'k' }).words, '--header')).toEqual([
      'content-type: application/json',
      'x-api-key: k',
      'anthropic-version: 2023-06-01',
    ]);
  });

  it('is one command with these words, whatever a trace holds', () => {
    const hostile = fc.string({
      unit: fc.constantFrom("'", '"', '$(id)', '\n', '\\', ' ', '`', '\0', '\u202e', 'a', '@', ';', 'END'),
    });
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, hostile, (method, path, name, value, content) => {
        const json = JSON.stringify({ content });
        const { words, input } = run(
          command({ method, url: `https://a.example/${path}`, headers: { [name]: value, [`x-${name}`]: value }, json })
        );
        expect(words.filter((word) => word.startsWith('-') && !word.startsWith('-a'))).toEqual([
          '--globoff',
          '--request',
          '--url',
          ...words.filter((word) => word === '--header'),
          '--data-binary',
        ]);
        expect(valuesOf(words, '--url')[0]).toMatch(/^https:\/\/a\.example\/[\x21-\x7e]*$/);
        expect(JSON.parse(input)).toEqual({ content });
      }),
      { numRuns: 60 }
    );
  });

  it.each(['file:///etc/passwd', 'javascript:alert(1)', '-o/etc/passwd', ''])('does not call %s', (url) => {
    const text = command({ url });
    expect(valuesOf(run(text, { URL: 'mine' }).words, '--url')).toEqual(['mine']);
    expect(text).toContain('does not say where');
  });

  it('reads a request from a file that is too large for a command line', () => {
    const text = command({ json: JSON.stringify('x'.repeat(MAX_INLINE_JSON)) });
    expect(text).toContain('--data-binary @request.json');
    expect(text).toContain('# The request is large');
  });

  it('says that the body is missing where only the text of a request is known', () => {
    expect(command({ json: '' })).toContain('# The trace has the text of the request only');
  });
});
