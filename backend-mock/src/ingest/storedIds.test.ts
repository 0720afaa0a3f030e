import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/testServer.js';
import { aTrace } from '../testing/traces.js';
import { idGroups } from './storedIds.js';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ maxBodyBytes: 64_000_000 });
});
afterAll(() => server.close());

describe('a batch of thousands of long request ids', () => {
  it('is stored, and known when it comes again', async () => {
    const traces = Array.from({ length: 3000 }, (_, index) => aTrace({ request_id: `${'ü'.repeat(180)}-${index}` }));
    expect((await server.post('/api/v1/traces', { traces })).body).toEqual({ accepted: 3000, duplicates: 0 });
    expect((await server.post('/api/v1/traces', { traces })).body).toEqual({ accepted: 0, duplicates: 3000 });
  }, 60_000);

  it('is asked for in groups that no ClickHouse server refuses', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `${"'\\".repeat(90)}${index}`);
    const groups = [...idGroups(ids)];
    expect(groups.flat()).toEqual(ids);
    for (const group of groups) expect(Buffer.byteLength(JSON.stringify(group))).toBeLessThan(131_072);
    expect([...idGroups([])]).toEqual([]);
  });
});
