import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CodedError } from '../../errors.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace, rowsOf } from '../../testing/traces.js';
import { selectionCondition } from './selectionSql.js';

const messages = [
  { role: 'system', content: 'You extract invoice data.' },
  { role: 'user', content: [{ type: 'text', text: 'Rechnung über 12 €' }] },
];
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
  const traces = [
    aTrace({
      request_id: 'slow',
      duration_ms: 6500,
      cost_usd: 0.75,
      input: { model: 'gpt-4o', messages, temperature: 0.2, stream: true, 'max-tokens': 7 },
      output: { choices: [{ message: { content: 'Total: 12' } }], usage: null },
      timing: { ttft_ms: 5200 },
      workflow: { name: 'prod-invoices-v2', run_id: 'run-1', node_id: 'n1' },
      tags: { env: 'prod', 'a b': 'x' },
      input_tokens: 100,
      streamed: true,
    }),
    aTrace({
      request_id: 'failed',
      model: 'gpt-4-turbo',
      status: 'error',
      duration_ms: 120,
      error: { type: 'RateLimitError', message: 'Rate limit exceeded', code: 'rate_limit_exceeded', http_status: 429 },
      source: 'Nightly run (EU)',
      input: 'plain text: ЗАКАЗ 東京タワー',
    }),
    aTrace({
      request_id: 'unknown',
      model: 'claude-3',
      status: 'timeout',
      start_time: '2026-11-21T00:00:00Z',
      input: { messages: [{ role: 'user', content: 'please extract' }], temperature: 'high' },
      retries: { count: 3 },
    }),
  ];
  const answer = await server.post('/api/v1/traces', { traces });
  expect(answer.status).toBe(201);
});
afterAll(() => server.close());

async function found(query: string): Promise<string[]> {
  const { sql, params } = selectionCondition({ query });
  const rows = await server.store.rows<{ id: string }>({
    sql: `SELECT request_id AS id FROM traces AS t WHERE ${sql} ORDER BY id`,
    params,
  });
  return rows.map(({ id }) => id);
}

const FINDS: [query: string, requestIds: string[]][] = [
  ['', ['failed', 'slow', 'unknown']],
  // The presets of the trace pages.
  ['status:error AND model:gpt-4*', ['failed']],
  ['cost > 0.50', ['slow']],
  ['status = failed', ['failed', 'unknown']],
  ['status != failed', ['slow']],
  ['ttft_ms > 5000', ['slow']],
  ['workflow_id matches "^prod-.*-v2$"', ['slow']],
  ['$.request.messages[?(@.role == \'system\')].content contains "extract"', ['slow']],
  ['invoice data', ['slow']],
  // Words, parentheses, NOT.
  ['status:error or status:timeout', ['failed', 'unknown']],
  ['not (status:error or status:timeout)', ['slow']],
  ['NOT NOT status:error', ['failed']],
  ['model:gpt-4* (status:error OR duration > 6s)', ['failed', 'slow']],
  ['model in (gpt-4o, "claude-3")', ['slow', 'unknown']],
  ['model not in (gpt-4o, claude*)', ['failed']],
  ['model != gpt-4o', ['failed', 'unknown']],
  ['model:"gpt-4*"', []],
  ['model:gpt-4?', ['slow']],
  ['source = "Nightly run (EU)"', ['failed']],
  ['source:Nightly\\ run*', ['failed']],
  // Durations, numbers, times; what is not known is neither more nor less.
  ['duration > 1.5s', ['slow']],
  ['duration_ms <= 250ms', ['failed']],
  ['latency >= 0:06:500', ['slow']],
  ['latency > 0:06:500', []],
  ['duration != 120', ['slow', 'unknown']],
  ['NOT duration > 1s', ['failed', 'unknown']],
  ['duration exists', ['failed', 'slow']],
  ['total_tokens = 100', ['slow']],
  ['start_time >= 2026-11-21', ['unknown']],
  ['start_time < 2026-11-20T12:00:00.000001Z', ['failed', 'slow']],
  ['streamed:true', ['slow']],
  ['retries > 2', ['unknown']],
  ['http_status:429', ['failed']],
  // Tags.
  ['tags.env = prod', ['slow']],
  ['tags["a b"]:x', ['slow']],
  ['NOT tags.env exists', ['failed', 'unknown']],
  ['tags.env != prod', ['failed', 'unknown']],
  // Text of any script, anywhere, whatever its case.
  ['заказ', ['failed']],
  ['京タ', ['failed']],
  ['ATE_LIM', []],
  ['"rate limit"', ['failed']],
  ['error_message contains "LIMIT EX"', ['failed']],
  ['input contains заказ', ['failed']],
  ['inv*data', ['slow']],
  // JSON.
  ['$.request.temperature > 0.1', ['slow']],
  // What has no order is neither more nor less, but two that are the same are "at least" and "at most" each other.
  ['$.response[?(@.nowhere >= @.neither)] exists', ['slow']],
  ['$.response[?(@.nowhere <= @.neither)] exists', ['slow']],
  ['$.response[?(@.nowhere < @.neither)] exists', []],
  ['$.request.temperature = high', ['unknown']],
  ['$.request.temperature exists', ['slow', 'unknown']],
  ['$.request.messages[-1].role = user', ['slow', 'unknown']],
  ['$.request.messages[0].role = user', ['unknown']],
  ['$.request[0] exists', []],
  ['$.request.messages[*].content contains EXTRACT', ['slow', 'unknown']],
  ['$.request.messages[1].content[0].text contains "über 12"', ['slow']],
  ['$.request.messages[?@.role == "user" && !(@.content == \'please extract\')].content contains rechnung', ['slow']],
  ["$.request['max-tokens'] = 7", ['slow']],
  ['$.request.max-tokens in (6, 7)', ['slow']],
  ['$.request.stream = true', ['slow']],
  ['$.response.usage = null', ['slow']],
  ['$.response.choices[0].message.content matches "^Total: \\d+$"', ['slow']],
  ['NOT $.response exists', ['failed', 'unknown']],
];

describe('a query', () => {
  it.each(FINDS)('%s finds what it says', async (query, requestIds) => {
    expect(await found(query)).toEqual(requestIds);
  });
});

const FAULTS: [query: string, position: number, length: number, words: RegExp][] = [
  ['duration > abc', 11, 3, /duration/],
  ['modle = gpt', 0, 5, /Did you mean model/],
  ['status = broken', 9, 6, /success, failed, error, timeout/],
  ['model > 3', 6, 1, /contains/],
  ['status:error AND', 16, 0, /condition|comparison/],
  ['(status:error', 0, 1, /\)/],
  ['status:error)', 12, 1, /AND/],
  ['model = "gpt', 8, 4, /closing "/],
  ['model matches "a(b"', 16, 1, /RE2|group/],
  ['model matches "(?=a)"', 15, 2, /RE2/],
  ['$.foo = 1', 0, 5, /\$\.request/],
  ['$.request.messages[?(@.role = 1)] exists', 28, 1, /JSONPath/],
  ['$.request..a = 1', 10, 1, /JSONPath/],
  ['model in (a, ', 13, 0, /value|\)/],
  ['cost > 1,000', 8, 1, /AND|\)/],
];

describe('a query with a fault', () => {
  it.each(FAULTS)('%s is refused with the place', (query, position, length, words) => {
    const refused = faultOf(query);
    expect(refused).toMatchObject({ code: 'INVALID_ARGUMENT', field: 'query', span: { position, length } });
    expect(`${refused.message} ${String(refused.expected)}`).toMatch(words);
  });

  it('is answered with its place over HTTP', async () => {
    const answer = await server.get(`/api/v1/traces?query=${encodeURIComponent('cost > ')}`);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { code: 'INVALID_ARGUMENT', field: 'query', position: 7, length: 0 } });
  });
});

it('the filter status=failed means what it means in the query language: errors and timeouts', async () => {
  const listed = await server.get('/api/v1/traces?status=failed');
  const ids = (listed.body as { traces: { request_id: string }[] }).traces.map(({ request_id }) => request_id);
  expect([...ids].sort()).toEqual(await found('status:failed'));
  const metrics = (filters: object) =>
    server.post('/api/v1/metrics', {
      from: '2020-01-01T00:00:00Z',
      to: '2030-01-01T00:00:00Z',
      measures: ['requests'],
      filters,
    });
  const { status, body } = await metrics({ status: ['failed', 'error'] });
  expect({ status, rows: rowsOf(body) }).toEqual({ status: 200, rows: [{ requests: 2 }] });
  expect(await metrics({ status: ['broken'] })).toMatchObject({
    status: 400,
    body: { error: { expected: expect.stringContaining('failed') as string } },
  });
});

function faultOf(query: string): CodedError {
  try {
    selectionCondition({ query });
  } catch (error) {
    if (error instanceof CodedError) return error;
    throw error;
  }
  throw new Error(`${query} is not refused`);
}
