import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueQuery } from '../features/models/sql.js';
import { openTestServer, type TestServer } from '../testing/testServer.js';
import { aTrace } from '../testing/traces.js';
import type { Query } from './store.js';

const START = Date.parse('2026-11-10T00:00:00Z');
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
  for (let batch = 0; batch < 3; batch++) {
    // Ids in another order than times, as they come in life.
    const traces = Array.from({ length: 10_000 }, (_, i) =>
      aTrace({ request_id: `r-${(i * 7919) % 10_000}-${batch}`, start_time: new Date(START + i * 1000).toISOString() }),
    );
    await server.post('/api/v1/traces', { traces });
  }
  await server.engine.client().command({ query: 'OPTIMIZE TABLE traces FINAL' });
});
afterAll(() => server.close());

async function plan({ sql, params }: Query): Promise<string> {
  const rows = await server.store.rows<{ explain: string }>({ sql: `EXPLAIN ${sql}`, params });
  return rows.map((row) => row.explain).join('\n');
}

describe('what keeps answers fast as the table grows', () => {
  it('the model list is read from its catalogue, not from all traces', async () => {
    expect(await plan(catalogueQuery)).toContain('catalogue');
  });

  it('duplicate checks and opening a trace find the request by its id', async () => {
    const one = { sql: "SELECT model, start_time FROM traces WHERE request_id = 'r-77-1'", params: {} };
    expect(await plan(one)).toContain('by_request_id');
    const many = {
      sql: 'SELECT DISTINCT request_id FROM traces WHERE request_id IN {ids:Array(String)}',
      params: { ids: ['r-77-1', 'r-88-2', 'x'] },
    };
    expect(await plan(many)).toContain('by_request_id');
  });
});
