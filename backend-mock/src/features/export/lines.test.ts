import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace } from '../../testing/traces.js';
import type { Export } from './exportRun.js';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

type Json = Record<string, unknown>;

async function linesOf(url: string): Promise<{ lines: Json[]; manifest: Export }> {
  const answer = await server.get(url);
  expect(answer.status).toBe(200);
  const text = answer.raw.toString('utf8');
  const manifest = await server.get(`/api/v1/exports/${String(answer.headers['modeltrace-export-id'])}`);
  const lines = text.split('\n').slice(0, -1);
  return { lines: lines.map((line) => JSON.parse(line) as Json), manifest: manifest.body as Export };
}

async function stored(model: string): Promise<unknown[]> {
  return server.store.rows({
    sql: 'SELECT * EXCEPT (copy_id, stored_time) FROM traces WHERE model = {model:String} ORDER BY request_id',
    params: { model },
  });
}

describe('JSON Lines', () => {
  it('stored again make the same rows, with every field and the payloads to the byte', async () => {
    const hostile = 'quote " slash \\ line\r\n nul \u0000 half \ud800 🙂 </script>';
    const full = aTrace({
      request_id: 'l-1 "x"\n',
      model: 'lines',
      response_model: 'lines-2026',
      model_type: 'fine-tuned',
      start_time: '2026-11-20T12:00:00.123456Z',
      duration_ms: 12.5,
      status: 'error',
      input: { messages: [{ role: 'user', content: hostile }], temperature: 1e-7, seed: 12345678901 },
      output: { error: { message: hostile } },
      tags: { team: hostile, '': 'empty name' },
      timing: { queue_ms: 0.25, ttft_ms: 1e21 },
      cost_usd: 0.1 + 0.2,
      input_tokens: 0,
      streamed: true,
      error: { type: 'RateLimitError', message: hostile, code: '429', param: 'x', http_status: 429 },
      workflow: { name: 'w', input: { a: [1, null] }, output: hostile },
      retries: { count: 2, backoff: 'exponential', outcome: 'gave up' },
      http_request: { method: 'POST', url: 'https://example.com/v1?x=1', headers: { accept: '*/*' } },
      parameters: { temperature: 0.5 } as unknown as Record<string, never>,
    });
    const bare = aTrace({ request_id: 'l-2', model: 'lines', input_text: 'only text', output_text: '' });
    expect((await server.post('/api/v1/traces', { traces: [full, bare] })).status).toBe(201);
    const before = await stored('lines');
    const { lines, manifest } = await linesOf('/api/v1/export?format=jsonl&model=lines');
    expect(manifest).toMatchObject({ state: 'complete', rows_written: 2, file_name: 'lines_traces_data.jsonl' });

    await server.store.mutate('traces', { sql: `DELETE WHERE model = 'lines'`, params: {} });
    expect(await stored('lines')).toEqual([]);
    expect((await server.post('/api/v1/traces', { traces: lines })).body).toEqual({ accepted: 2, duplicates: 0 });
    expect(await stored('lines')).toEqual(before);
  });

  it('stay a line each when a stored payload has line breaks of its own or is no JSON at all', async () => {
    await server.store.execute({
      sql: `INSERT INTO traces (request_id, trace_id, span_id, model, model_type, status, start_time, input_json, output_json)
        VALUES ('b-1', '${'a'.repeat(32)}', '${'b'.repeat(16)}', 'breaks', 'external', 'success', '2026-11-20 11:00:00', '{\\n "a": 12345678901234567890,\\r\\n "b":"x\\\\n" }', '{"torn')`,
      params: {},
    });
    const answer = await server.get('/api/v1/export?format=jsonl&model=breaks');
    const text = answer.raw.toString();
    expect(text.split('\n')).toHaveLength(2);
    expect(text).toContain('12345678901234567890');
    const line = JSON.parse(text) as Json;
    expect(line['input']).toMatchObject({ b: 'x\n' });
    expect(line['output']).toBe('{"torn');
  });
});

describe('fine-tuning examples', () => {
  const answered = (message: Json) => ({ choices: [{ index: 0, message, finish_reason: 'stop' }] });
  const question = { role: 'user', content: 'Weather in "Paris"?\n' };

  async function exampleOf(fields: Json): Promise<Json | undefined> {
    const id = `f-${Math.random()}`;
    const trace = { ...aTrace({ request_id: id, model: id }), ...fields };
    expect(await server.post('/api/v1/traces', trace)).toMatchObject({ status: 201 });
    const { lines, manifest } = await linesOf(`/api/v1/export?format=finetuning-jsonl&model=${id}`);
    expect(manifest).toMatchObject({
      state: 'complete',
      rows_total: 1,
      rows_written: lines.length,
      rows_skipped: 1 - lines.length,
    });
    return lines[0];
  }

  it("of OpenAI's chats are the messages as they were sent, the answer and the tools", async () => {
    const call = { id: 'c1', type: 'function', function: { name: 'weather', arguments: '{"city":"Paris"}' } };
    const tools = [{ type: 'function', function: { name: 'weather', parameters: { type: 'object' } } }];
    const messages = [{ role: 'system', content: 'Be brief.' }, question];
    expect(
      await exampleOf({
        input: { messages, tools },
        output: answered({ role: 'assistant', content: null, tool_calls: [call] }),
      }),
    ).toEqual({ messages: [...messages, { role: 'assistant', content: null, tool_calls: [call] }], tools });
    expect(
      await exampleOf({
        input: { messages },
        output: answered({ role: 'assistant', content: 'Fine.', refusal: null }),
      }),
    ).toEqual({ messages: [...messages, { role: 'assistant', content: 'Fine.' }] });
  });

  it("of Anthropic's chats have their blocks as texts, calls and answers of tools", async () => {
    const example = await exampleOf({
      input: {
        system: [{ type: 'text', text: 'Be brief.' }],
        messages: [
          question,
          {
            role: 'assistant',
            content: [
              { type: 'thinking', thinking: 'hm' },
              { type: 'text', text: 'I look.' },
              { type: 'tool_use', id: 't1', name: 'weather', input: { city: 'Paris' } },
            ],
          },
          {
            role: 'user',
            content: [
              { type: 'tool_result', tool_use_id: 't1', content: [{ type: 'text', text: 'sunny' }] },
              { type: 'text', text: 'So?' },
            ],
          },
        ],
        tools: [{ name: 'weather', description: 'd', input_schema: { type: 'object' } }],
      },
      output: { type: 'message', content: [{ type: 'text', text: 'Sunny.' }], stop_reason: 'end_turn' },
    });
    expect(example).toEqual({
      messages: [
        { role: 'system', content: 'Be brief.' },
        question,
        {
          role: 'assistant',
          content: 'I look.',
          tool_calls: [{ id: 't1', type: 'function', function: { name: 'weather', arguments: '{"city":"Paris"}' } }],
        },
        { role: 'tool', tool_call_id: 't1', content: 'sunny' },
        { role: 'user', content: 'So?' },
        { role: 'assistant', content: 'Sunny.' },
      ],
      tools: [{ type: 'function', function: { name: 'weather', description: 'd', parameters: { type: 'object' } } }],
    });
  });

  it("of OpenTelemetry's messages and of plain texts are made too", async () => {
    const part = (content: string) => [{ type: 'text', content }];
    expect(
      await exampleOf({
        input: [
          { role: 'system', parts: part('Be brief.') },
          { role: 'user', parts: part('Hi') },
        ],
        output: [{ role: 'assistant', parts: part('Hello'), finish_reason: 'stop' }],
      }),
    ).toEqual({
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: 'Hello' },
      ],
    });
    expect(await exampleOf({ input_text: 'Hi\n"', output_text: 'Hello' })).toEqual({
      messages: [
        { role: 'user', content: 'Hi\n"' },
        { role: 'assistant', content: 'Hello' },
      ],
    });
  });

  it.each<[string, Json]>([
    [
      'a failure',
      { status: 'error', input: { messages: [question] }, output: answered({ role: 'assistant', content: 'x' }) },
    ],
    [
      'an answer without a word',
      { input: { messages: [question] }, output: answered({ role: 'assistant', content: '' }) },
    ],
    [
      'an image to Anthropic',
      {
        input: { messages: [{ role: 'user', content: [{ type: 'image', source: { data: 'x' } }] }] },
        output: { type: 'message', content: [{ type: 'text', text: 'A cat.' }] },
      },
    ],
    ['embeddings', { operation: 'embeddings', input: { input: 'x' }, output: { data: [{ embedding: [1] }] } }],
    ['messages of a form that nobody has', { input: { messages: [1, null, 'x'] }, output: answered({ content: 'x' }) }],
  ])('leave out %s, and count it', async (_what, fields) => {
    expect(await exampleOf(fields)).toBeUndefined();
  });

  it('leave out traces between others without losing a line or joining two', async () => {
    const traces = Array.from({ length: 300 }, (_, n) =>
      aTrace({
        request_id: `mixed-${n}`,
        model: 'mixed',
        status: n % 3 === 0 ? 'error' : 'success',
        input_text: `q${n}`,
        output_text: 'x'.repeat(n * 20),
      }),
    );
    await server.post('/api/v1/traces', { traces });
    const { lines, manifest } = await linesOf('/api/v1/export?format=finetuning-jsonl&model=mixed');
    expect(manifest).toMatchObject({ rows_total: 300, rows_written: 200, rows_skipped: 100, state: 'complete' });
    const asked = lines.map((line) => (line['messages'] as { content: string }[])[0]!.content);
    expect(asked.sort()).toEqual(
      traces
        .filter((_, n) => n % 3 > 0)
        .map((_, n) => `q${Math.floor(n / 2) * 3 + (n % 2) + 1}`)
        .sort(),
    );
  });
});
