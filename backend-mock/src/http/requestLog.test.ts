import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordingLog } from '../testing/silentLog.js';
import { openTestServer, type TestServer } from '../testing/testServer.js';
import { aTrace } from '../testing/traces.js';

const { log, lines } = recordingLog();
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ apiKey: 'correct-horse', log });
  await server.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close());

const auth = { authorization: 'Bearer correct-horse' };

/** Log lines of the request with that id. */
function linesOf(id: unknown): Record<string, unknown>[] {
  return lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((line) => line['http_request_id'] === id);
}

describe('the log', () => {
  it('has one line per request with what it was, how it ended and whose key it came with', async () => {
    const body = aTrace({ request_id: 'logged' });
    const headers = {
      ...auth,
      'x-request-id': 'from-the-caller.1',
      'content-length': String(JSON.stringify(body).length),
    };
    const answer = await server.post('/api/v1/traces', body, headers);
    expect(answer.headers['x-request-id']).toBe('from-the-caller.1');
    expect(linesOf('from-the-caller.1')).toMatchObject([
      {
        level: 20,
        msg: 'request',
        operation: 'createTraces',
        method: 'POST',
        status: 201,
        request_bytes: JSON.stringify(body).length,
        duration_ms: expect.any(Number) as number,
        key_id: 'environment',
      },
    ]);
  });

  it('shows requests that failed also when it is not told to show all', async () => {
    const answers = [
      await server.get('/api/v1/traces/none', auth),
      await server.get('/api/v1/traces'),
      await server.get('/nowhere', auth),
    ];
    for (const [index, answer] of answers.entries()) {
      expect(linesOf(answer.headers['x-request-id'])).toMatchObject([{ level: 30, status: [404, 401, 404][index] }]);
    }
    expect(linesOf(answers[2]?.headers['x-request-id'])).toMatchObject([{ operation: 'none' }]);
  });

  it.each(['a\nb', 'a b', 'ä', '"}', 'x'.repeat(129), '', '../..', `mt_${'a'.repeat(46)}`])(
    'takes another id than the caller asks for with %j',
    async (id) => {
      const { headers } = await server.get('/livez', { 'x-request-id': id });
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it('says that a caller did not wait for its answer', async () => {
    const { port } = server.app.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'POST /api/v1/traces HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer correct-horse\r\nX-Request-Id: left\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"request_id": ',
    );
    while (server.app.server.listenerCount('request') === 0) await new Promise(setImmediate);
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    while (linesOf('left').length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(linesOf('left').at(-1)).toMatchObject({ msg: 'caller gone', status: 0, operation: 'createTraces' });
  });

  it('holds nothing of what hostile callers put anywhere', async () => {
    const secret = 'sesame';
    const hostile = {
      ...auth,
      'user-agent': secret,
      referer: `http://${secret}/`,
      cookie: secret,
      'x-request-id': `${secret}\u00e4`,
    };
    const trace = aTrace({ request_id: secret, input: secret, tags: { [secret]: secret }, user_id: secret });
    await server.post('/api/v1/traces', trace, hostile);
    await server.post('/api/v1/traces', { ...trace, status: secret, [secret]: 1 }, hostile);
    await server.post('/api/v1/traces', `{"${secret}`, hostile);
    await server.post('/api/v1/traces', `<${secret}>`, { ...hostile, 'content-type': `text/${secret}` });
    await server.post('/v1/traces', { resourceSpans: secret }, hostile);
    await server.post('/api/v1/metrics', { measures: [secret], filters: { model: [secret] } }, hostile);
    await server.post('/api/v1/keys', { name: `${secret}\n`, scopes: [secret] }, hostile);
    for (const path of [
      `?q=${secret}`,
      `?query=${secret}:${secret}`,
      `?cursor=${secret}`,
      `/${secret}`,
      `/%00${secret}`,
      `/%E0%A4%A${secret}`,
    ]) {
      await server.get(`/api/v1/traces${path}`, hostile);
    }
    await server.get(`/${secret}`, { authorization: `Bearer ${secret}` });
    await server.get('/api/v1/models', { authorization: `Basic ${secret}` });
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.join('')).not.toMatch(/sesame|correct-horse/);
  });
});
