import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractErrors } from '../../testing/contractCheck.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';

const folder = fileURLToPath(new URL('../../../../contract/fixtures/traces/', import.meta.url));
const fixture = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

describe.skipIf(!existsSync(folder))('the traces that server, data source and panel are tested with', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
    expect(await server.post('/api/v1/traces', fixture('create.json'))).toMatchObject({
      status: 201,
      body: { accepted: 4, duplicates: 0 },
    });
  });
  afterAll(() => server.close());

  it('are found and listed as the data source expects them', async () => {
    const { schema, data } = fixture('frame.json') as {
      schema: { fields: { name: string }[] };
      data: { values: unknown[][] };
    };
    const names = schema.fields.map(({ name }) => name);
    const { body } = await server.get('/api/v1/traces?q=fixture-');
    const { traces } = body as { traces: Record<string, unknown>[] };
    const listed = names.map((name) =>
      traces.map((trace) => (name === 'start_time' ? Date.parse(String(trace[name])) : trace[name])),
    );
    expect(listed).toEqual(data.values);
  });

  it('are opened as the drawer expects them', async () => {
    const { body } = await server.get('/api/v1/traces/fixture-chat');
    expect(contractErrors('TraceDetail', body)).toEqual([]);
    expect(body).toEqual(fixture('detail.json'));
  });

  it('are in the store without the secret that was sent along', async () => {
    const { raw } = await server.get('/api/v1/traces/fixture-chat');
    expect(raw.toString()).not.toContain('must-not-be-stored');
  });
});
