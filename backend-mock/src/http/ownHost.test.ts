import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/testServer.js';
import { isLoopback } from './ownHost.js';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ ownHostOnly: true });
});
afterAll(() => server.close());

describe('a server for this machine alone', () => {
  it.each(['attacker.example:4318', 'localhost.attacker.example', '127.0.0.1.attacker.example', '192.168.0.2:4318'])(
    'gives nothing to a page that made %j lead here',
    async (host) => {
      for (const path of ['/api/v1/traces', '/healthz']) {
        expect(await server.get(path, { host })).toMatchObject({
          status: 400,
          body: { error: { code: 'INVALID_ARGUMENT', field: 'Host' } },
        });
      }
    },
  );

  it.each(['localhost:4318', '127.0.0.1:4318', '[::1]:4318', 'LOCALHOST', 'host.docker.internal:4318'])(
    'answers when called %s',
    async (host) => {
      expect((await server.get('/api/v1/traces', { host })).status).toBe(200);
    },
  );

  it.each([
    ['127.0.0.1', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['::', false],
    ['10.0.0.5', false],
  ])('that listens on %s is one: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});

describe('a server without a key in a closed network', () => {
  let open: TestServer;
  beforeAll(async () => {
    open = await openTestServer();
  });
  afterAll(() => open.close());

  it.each([
    'trace-server:4318',
    '10.1.2.3:4318',
    '[fd00::1]:4318',
    'traces.monitoring.svc.cluster.local',
    'traces.lan',
  ])('answers when called %s', async (host) => {
    expect((await open.get('/api/v1/traces', { host })).status).toBe(200);
  });

  it.each(['attacker.example:4318', '10.1.2.3.attacker.example', 'a.local.attacker.example', '[x].example'])(
    'gives nothing to a page that made %j lead here',
    async (host) => {
      expect((await open.get('/api/v1/traces', { host })).status).toBe(400);
    },
  );
});
