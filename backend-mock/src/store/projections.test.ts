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

  it('duplicate checks and opening a trace skip the data that cannot hold the request', async () => {
    const granules = async (ids: string[]) => {
      const rows = await server.store.rows<{ explain: string }>({
        sql: 'EXPLAIN indexes = 1 SELECT DISTINCT request_id FROM traces WHERE request_id IN {ids:Array(String)}',
        params: { ids },
      });
      const text = rows.map((row) => row.explain).join('\n');
      const [, left = '', all = ''] = /request_id_bloom[\s\S]*?Granules: (\d+)\/(\d+)/.exec(text) ?? [];
      return { left: Number(left), all: Number(all) };
    };
    const { all } = await granules(['r-77-1']);
    expect(all).toBeGreaterThan(2);
    expect(await granules(['r-77-1'])).toEqual({ left: 1, all });
    expect((await granules(Array.from({ length: 50 }, (_, i) => `never-${i}`))).left).toBeLessThan(all);
  });
});
