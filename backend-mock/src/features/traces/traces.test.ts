import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractErrors } from '../../testing/contractCheck.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace } from '../../testing/traces.js';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ maxBodyBytes: 2_000_000 });
});
afterAll(() => server.close());

interface ListBody {
  traces: { request_id: string; cursor: string; start_time: string; input_preview: string }[];
}
interface DetailBody {
  [field: string]: unknown;
  spans: { span_id: string; name: string; status_code: string }[];
}

const ids = (body: unknown) => (body as ListBody).traces.map((trace) => trace.request_id);

describe('sending and reading traces', () => {
  it('a trace that was accepted opens with everything that was sent', async () => {
    const sent = aTrace({
      request_id: 'full/1 ü?#',
      model: 'full-model',
      model_type: 'fine-tuned',
      duration_ms: 1234.5,
      status: 'error',
      input: { messages: [{ role: 'user', content: 'Wer <script>alert(1)</script>?' }], temperature: 0.5 },
      output: 'plain text\u0000with control',
      deployment: 'prod',
      deployment_version: 'v3',
      input_tokens: 4_000_000_000,
      cost_usd: 0.0000012,
      timing: { ttft_ms: 5.5 },
      tags: { team: 'π' },
      workflow: { name: 'wf', input: { a: [1] } },
      error: { type: 'rate_limit', message: 'slow down', param: null, http_status: 429 },
      retries: { count: 2 },
      http_request: { method: 'POST', url: 'https://api/x?key=s3cret', headers: { authorization: 'Bearer s3cret' } },
      start_time: '2026-11-20T12:00:00.123456+01:00',
    });
    expect(await server.post('/api/v1/traces', sent)).toMatchObject({
      status: 201,
      body: { accepted: 1, duplicates: 0 },
    });
    const answer = await server.get(`/api/v1/traces/${encodeURIComponent(sent.request_id)}`);
    expect(answer.status).toBe(200);
    expect(contractErrors('TraceDetail', answer.body)).toEqual([]);
    expect(answer.body).toMatchObject({
      request_id: sent.request_id,
      start_time: '2026-11-20T11:00:00.123456Z',
      duration_ms: 1234.5,
      input_tokens: 4_000_000_000,
      output_tokens: null,
      cost_usd: 0.0000012,
      timing: { ttft_ms: 5.5, queue_ms: null },
      tags: { team: 'π' },
      workflow: { name: 'wf', input: { a: [1] } },
      error: { type: 'rate_limit', message: 'slow down', http_status: 429 },
      retries: { count: 2 },
      parameters: { temperature: 0.5 },
      input: { json: JSON.stringify(sent.input) },
      output: { text: 'plain text\u0000with control', json: '' },
    });
    expect(answer.raw.toString()).not.toContain('s3cret');
  });

  it('a trace without spans has a span of its own; with spans of others it is added to them', async () => {
    const span = { span_id: '00000000000000aa', name: 'tool', start_time: '2026-11-20T12:00:00Z', duration_ms: 5 };
    await server.post('/api/v1/traces', {
      traces: [aTrace({ request_id: 'alone' }), aTrace({ request_id: 'spans', spans: [span] })],
    });
    const alone = (await server.get('/api/v1/traces/alone')).body as DetailBody;
    expect(alone.spans).toMatchObject([{ name: 'gpt-4o', status_code: 'ok' }]);
    const withSpans = (await server.get('/api/v1/traces/spans')).body as DetailBody;
    expect(withSpans.spans.map((s) => s.name).sort()).toEqual(['gpt-4o', 'tool']);
    expect(contractErrors('TraceDetail', withSpans)).toEqual([]);
  });

  it('a request id that is stored, or comes twice in a batch, is kept once and as it was first', async () => {
    const first = aTrace({ request_id: 'dup', output: 'first' });
    const second = aTrace({ request_id: 'dup', output: 'second', model: 'other-model' });
    expect((await server.post('/api/v1/traces', { traces: [first, second] })).body).toEqual({
      accepted: 1,
      duplicates: 1,
    });
    expect((await server.post('/api/v1/traces', second)).body).toEqual({ accepted: 0, duplicates: 1 });
    expect((await server.get('/api/v1/traces/dup')).body).toMatchObject({ output: { text: 'first' } });
    const concurrent = await Promise.all(
      Array.from({ length: 8 }, () => server.post('/api/v1/traces', aTrace({ request_id: 'race' }))),
    );
    expect(concurrent.map((answer) => (answer.body as { accepted: number }).accepted).sort()).toEqual([
      0, 0, 0, 0, 0, 0, 0, 1,
    ]);
  });

  it('one bad trace refuses the whole batch and names its field', async () => {
    const bad = { ...aTrace({ request_id: 'bad' }), status: 'sesame' };
    const answer = await server.post('/api/v1/traces', { traces: [aTrace({ request_id: 'good' }), bad] });
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_ARGUMENT', field: 'traces[1].status' } },
    });
    expect(answer.raw.toString()).not.toContain('sesame');
    expect(contractErrors('ErrorAnswer', answer.body)).toEqual([]);
    expect((await server.get('/api/v1/traces/good')).status).toBe(404);
  });

  it.each([
    [{ request_id: 'x' }, 'model'],
    [{ traces: [] }, 'traces'],
    [{ traces: [{ ...aTrace({ request_id: 'x' }), colour: 1 }] }, 'traces[0].colour'],
    [aTrace({ request_id: 'x', start_time: '2026-02-30T00:00:00Z' }), 'start_time'],
    [aTrace({ request_id: 'x', start_time: '1066-01-01T00:00:00Z' }), 'start_time'],
    [aTrace({ request_id: 'x', duration_ms: -1 }), 'duration_ms'],
    [aTrace({ request_id: 'x', error: { http_status: 42 } }), 'error.http_status'],
    [
      aTrace({
        request_id: 'x',
        spans: [{ span_id: 'zz', name: 'n', start_time: '2026-11-20T12:00:00Z', duration_ms: 1 }],
      }),
      'spans[0].span_id',
    ],
    [[], 'body'],
    ['{"request_id":', 'body'],
    ['', 'body'],
    ['\xff\xfe', 'body'],
  ])('%j is refused naming %s', async (body, field) => {
    const answer = await server.post('/api/v1/traces', body);
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'INVALID_ARGUMENT', field } } });
  });

  it.each([
    [aTrace({ request_id: '.' }), 'request_id must be text with a character other than dots and white space.'],
    [aTrace({ request_id: '..' }), 'request_id must be text with a character other than dots and white space.'],
    [aTrace({ request_id: ' \t' }), 'request_id must be text with a character other than dots and white space.'],
    [aTrace({ request_id: 'x', model: ' ' }), 'model must be text with a character other than white space.'],
    [{ traces: [aTrace({ request_id: 'x', trace_id: 'zz' })] }, 'traces[0].trace_id must be 32 lower-case hex digits.'],
    [{ traces: [] }, 'traces must have at least 1 entry.'],
    [aTrace({ request_id: 'x'.repeat(201) }), 'request_id must have at most 200 characters.'],
    [{ ...aTrace({ request_id: 'x' }), ['x'.repeat(5000)]: 1 }, `${'x'.repeat(300)} is not a known field.`],
  ])('%j is refused in words that say what to write instead', async (body, message) => {
    const answer = await server.post('/api/v1/traces', body);
    expect(answer).toMatchObject({ status: 400, body: { error: { message } } });
  });

  it('a payload nested ten thousand levels deep is stored or refused, never a crash', async () => {
    const deep = `{"request_id":"deep","model":"m","start_time":"2026-11-20T12:00:00Z","status":"success","input":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
    expect([201, 400]).toContain((await server.post('/api/v1/traces', deep)).status);
    expect((await server.get('/healthz')).status).toBe(200);
  });

  it('takes gzip, refuses what is too large before or after decompression, and other encodings', async () => {
    const json = { 'content-encoding': 'gzip' };
    const body = gzipSync(JSON.stringify(aTrace({ request_id: 'zipped' })));
    expect((await server.post('/api/v1/traces', body, json)).body).toEqual({ accepted: 1, duplicates: 0 });
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
    expect(await server.post('/api/v1/traces', bomb, json)).toMatchObject({
      status: 413,
      body: { error: { code: 'PAYLOAD_TOO_LARGE' } },
    });
    const large = JSON.stringify(aTrace({ request_id: 'large', input: 'x'.repeat(2_000_000) }));
    expect((await server.post('/api/v1/traces', large)).status).toBe(413);
    expect((await server.post('/api/v1/traces', Buffer.from('not gzip'), json)).status).toBe(400);
    expect((await server.post('/api/v1/traces', body, { 'content-encoding': 'br' })).status).toBe(415);
    expect((await server.post('/api/v1/traces', '{}', { 'content-type': 'text/plain' })).status).toBe(415);
  });
});

describe('the traces list', () => {
  it('pages through requests of the same time without losing or repeating one', async () => {
    const traces = Array.from({ length: 25 }, (_, i) =>
      aTrace({ request_id: `page-${i}`, model: 'paged', start_time: `2026-11-19T10:00:0${i % 3}Z` }),
    );
    await server.post('/api/v1/traces', { traces });
    const seen: string[] = [];
    for (let cursor = '', pages = 0; pages < 10; pages++) {
      const answer = await server.get(`/api/v1/traces?model=paged&limit=7${cursor && `&cursor=${cursor}`}`);
      expect(contractErrors('TraceList', answer.body)).toEqual([]);
      seen.push(...ids(answer.body));
      cursor = (answer.body as ListBody).traces.at(-1)?.cursor ?? '';
      if (ids(answer.body).length < 7) break;
    }
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });

  it('pages after a request id of 200 characters outside ASCII', async () => {
    const traces = ['東'.repeat(200), '京'.repeat(200)].map((request_id) => aTrace({ request_id, model: 'wide' }));
    await server.post('/api/v1/traces', { traces });
    const first = (await server.get('/api/v1/traces?model=wide&limit=1')).body as ListBody;
    const second = await server.get(`/api/v1/traces?model=wide&limit=1&cursor=${first.traces[0]?.cursor ?? ''}`);
    expect(new Set([...ids(first), ...ids(second.body)]).size).toBe(2);
  });

  it.each([
    ['input text', 'ВЕСНА'],
    ['output text', 'straSSe'],
    ['error message', 'ΚΌΣΜΟ'],
    ['tag', 'GOLD'],
    ['request id', 'FINDME'],
    ['script without cases', '東京'],
  ])('finds a request by its %s whatever the case', async (_where, q) => {
    await server.post(
      '/api/v1/traces',
      aTrace({
        request_id: 'findme',
        model: 'searched',
        input: 'Теперь весна и 東京',
        output: 'Lange Strasse',
        error: { message: 'ο κόσμος' },
        tags: { level: 'golden' },
      }),
    );
    expect(ids((await server.get(`/api/v1/traces?q=${encodeURIComponent(q)}`)).body)).toEqual(['findme']);
  });

  it('takes any text as a value to search or filter for, never as SQL', async () => {
    const hostile = [
      `' OR 1=1 --`,
      `"; DROP TABLE traces; --`,
      `{q:String}`,
      `\\'`,
      '%',
      '\u0000',
      '\t\n',
      '`',
      '${x}',
      '\\N',
      'NULL',
      "['a']",
    ];
    for (const text of hostile) {
      const value = encodeURIComponent(text);
      expect((await server.get(`/api/v1/traces?q=nothing${value}`)).body).toEqual({ traces: [] });
      expect((await server.get(`/api/v1/traces?user_id=${value}`)).body).toEqual({ traces: [] });
      expect((await server.get(`/api/v1/traces?user_id=${value}&user_id=x&source=${value}`)).body).toEqual({
        traces: [],
      });
      expect((await server.get(`/api/v1/traces/${value}`)).status).toBe(404);
      expect(await server.get(`/api/v1/traces?model=${value}`)).toMatchObject({
        status: 404,
        body: { error: { field: 'model' } },
      });
    }
  });

  it('finds again a value that looks like SQL or an escape', async () => {
    const odd = `a\\'b"\n\t\\N{x:String}`;
    await server.post('/api/v1/traces', aTrace({ request_id: 'odd', user_id: odd, model: odd }));
    const value = encodeURIComponent(odd);
    expect(ids((await server.get(`/api/v1/traces?user_id=${value}&user_id=y`)).body)).toEqual(['odd']);
    expect(ids((await server.get(`/api/v1/traces?user_id=${value}`)).body)).toEqual(['odd']);
    expect(ids((await server.get(`/api/v1/traces?model=${value}`)).body)).toEqual(['odd']);
  });

  it.each([
    ['limit=0', 400, 'limit'],
    ['limit=abc', 400, 'limit'],
    ['limit=1001', 400, 'limit'],
    ['cursor=!!', 400, 'cursor'],
    ['from=yesterday', 400, 'from'],
    ['from=2026-11-21T00:00:00Z&to=2026-11-20T00:00:00Z', 400, 'to'],
    ['colour=red', 400, 'colour'],
    ['model=no-such-model', 404, 'model'],
  ])('%s is answered with %i naming %s', async (query, status, field) => {
    const answer = await server.get(`/api/v1/traces?${query}`);
    expect(answer).toMatchObject({ status, body: { error: { field } } });
    expect(contractErrors('ErrorAnswer', answer.body)).toEqual([]);
  });
});
