import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient, TraceServerError, withRetry } from './index.js';
import { json, type ScriptedServer, startScriptedServer } from './testing/scriptedServer.js';

let server: ScriptedServer;
beforeEach(async () => {
  server = await startScriptedServer();
});
afterEach(() => server.close());

const client = () => createClient({ baseUrl: server.url, apiKey: 'sesame-key' });
const trace = (id: string, model = 'm') =>
  ({ request_id: id, model, start_time: '2026-11-20T12:00:00Z', status: 'success' }) as const;
const failureOf = async (call: Promise<unknown>) => {
  const failure: unknown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(TraceServerError);
  return failure as TraceServerError;
};

describe('calls', () => {
  it('carry the key, the path and every value of a list, also below a path of a proxy', async () => {
    server.answers.push(json(200, { traces: [] }));
    const proxied = createClient({ baseUrl: `${server.url}/traces-of/team/`, apiKey: 'k' });
    await proxied.get('/api/v1/traces', { params: { query: { model: ['a&b', 'c'], limit: 2 } } });
    expect(server.received[0]).toMatchObject({
      method: 'GET',
      url: '/traces-of/team/api/v1/traces?model=a%26b&model=c&limit=2',
      authorization: 'Bearer k',
    });
  });

  it('name what the server found wrong: code, field, expectation and place', async () => {
    const error = { code: 'INVALID_ARGUMENT', message: 'No.', field: 'query', expected: 'x', position: 3, length: 2 };
    server.answers.push(json(400, { error }));
    expect(await failureOf(client().get('/api/v1/traces'))).toMatchObject({ ...error, status: 400 });
  });

  it('tell a server that is away from something that is no trace server, and never show the key', async () => {
    const away = await failureOf(createClient({ baseUrl: 'http://127.0.0.1:9', apiKey: 'sesame-key' }).get('/healthz'));
    expect(away).toMatchObject({ code: 'UNREACHABLE', status: undefined });
    server.answers.push((_request, response) => response.writeHead(502).end('<html>'));
    const proxy = await failureOf(client().get('/healthz'));
    expect(proxy).toMatchObject({ code: 'UNEXPECTED_ANSWER', status: 502 });
    server.answers[0] = (_request, response) => response.writeHead(200).end('<html>');
    expect(await failureOf(client().get('/healthz'))).toMatchObject({ code: 'UNEXPECTED_ANSWER' });
    for (const error of [away, proxy]) expect(String(error) + error.message).not.toContain('sesame');
  });

  it('an answer that breaks off is a failure, not half an answer', async () => {
    server.answers.push((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"models":[');
      setImmediate(() => response.destroy());
    });
    expect(await failureOf(client().get('/api/v1/models'))).toMatchObject({ code: 'UNREACHABLE' });
  });

  it("the caller's own abort stays an abort", async () => {
    const stop = new AbortController();
    server.answers.push(() => {
      stop.abort();
    });
    await expect(client().get('/healthz', { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('trying again', () => {
  const busy = (status: number, retryAfter: string) =>
    json(status, { error: { code: 'OVERLOADED', message: 'Busy.' } }, { 'retry-after': retryAfter });

  it('happens while the server is busy, after the time it names, as seconds or as a date', async () => {
    const past = new Date(Date.now() - 5000).toUTCString();
    server.answers.push(busy(429, '0'), busy(503, past), json(200, { models: [] }));
    expect(await withRetry(() => client().get('/api/v1/models'))).toEqual({ models: [] });
    expect(server.received).toHaveLength(3);
  });

  it('ends with the last refusal, and at once for what will not pass', async () => {
    server.answers.push(busy(429, '0'));
    const stubborn = withRetry(() => client().get('/api/v1/models'), { retries: 2 });
    expect(await failureOf(stubborn)).toMatchObject({ code: 'OVERLOADED', retryAfterSeconds: 0 });
    expect(server.received).toHaveLength(3);
    server.answers[0] = json(401, { error: { code: 'UNAUTHENTICATED', message: 'Key?' } });
    await failureOf(withRetry(() => client().get('/api/v1/models')));
    expect(server.received).toHaveLength(4);
  });

  it('ends when the caller gives up while it waits', async () => {
    server.answers.push(busy(429, '30'));
    const stop = new AbortController();
    const waiting = withRetry(() => client().get('/api/v1/models'), { signal: stop.signal });
    setTimeout(() => {
      stop.abort();
    }, 50);
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(server.received).toHaveLength(1);
  });
});

describe('createTraces', () => {
  it('names every trace that the server refuses by its place, and stores the others', async () => {
    server.answers.push(({ body }, response) => {
      const { traces } = body as { traces: { model: string }[] };
      const bad = traces.findIndex(({ model }) => model === 'bad');
      const field = `traces[${bad}].model`;
      const answer =
        bad < 0
          ? json(201, { accepted: traces.length, duplicates: 0 })
          : json(400, { error: { code: 'INVALID_ARGUMENT', field, message: `${field} must be good.` } });
      answer(server.received[0]!, response);
    });
    const traces = ['m', 'bad', 'm', 'bad', 'bad', 'm'].map((model, index) => trace(`t${index}`, model));
    const stored = await client().createTraces(traces);
    expect(stored).toMatchObject({ accepted: 3, duplicates: 0 });
    expect(stored.refused).toEqual([1, 3, 4].map((index) => ({ index, reason: 'model must be good.' })));
  });

  it('sends what is too large in parts and loses none', async () => {
    const sent: string[] = [];
    server.answers.push(({ body }, response) => {
      const { traces } = body as { traces: { request_id: string }[] };
      const fits = traces.length <= 2 && traces.every(({ request_id }) => request_id !== 't3');
      if (fits) sent.push(...traces.map(({ request_id }) => request_id));
      const error = { code: 'PAYLOAD_TOO_LARGE', message: 'Too large.' };
      json(fits ? 201 : 413, fits ? { accepted: traces.length, duplicates: 0 } : { error })(
        server.received[0]!,
        response,
      );
    });
    const stored = await client().createTraces(Array.from({ length: 7 }, (_, index) => trace(`t${index}`)));
    expect(stored).toEqual({ accepted: 6, duplicates: 0, refused: [{ index: 3, reason: 'the trace is too large' }] });
    expect(sent.sort()).toEqual(['t0', 't1', 't2', 't4', 't5', 't6']);
  });
});

describe('listAllTraces', () => {
  it('gives every trace of every page once, and asks for a page only when it is wanted', async () => {
    const page = (from: number, count: number) =>
      json(200, {
        traces: Array.from({ length: count }, (_, n) => ({ request_id: `t${from + n}`, cursor: `c${from + n}` })),
      });
    server.answers.push(page(0, 500), page(500, 500), page(1000, 3));
    const ids: string[] = [];
    for await (const { request_id } of client().listAllTraces({ model: ['m'] })) {
      ids.push(request_id);
      if (ids.length === 500) expect(server.received).toHaveLength(1);
    }
    expect(new Set(ids).size).toBe(1003);
    expect(server.received.map(({ url }) => new URL(url, server.url).searchParams.get('cursor'))).toEqual([
      null,
      'c499',
      'c999',
    ]);
  });
});
