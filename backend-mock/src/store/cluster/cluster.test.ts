import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../app.js';
import { ServerEngine } from '../../engine/serverEngine.js';
import { applyTextIndex } from '../../features/textIndex/textIndex.js';
import { openTestCluster, type TestCluster } from '../../testing/cluster.js';
import { silentLog } from '../../testing/silentLog.js';
import { callable, type TestServer } from '../../testing/testServer.js';
import { aTrace, rowsOf } from '../../testing/traces.js';
import { Store } from '../store.js';

type Server = Pick<TestServer, 'get' | 'post'> & { store: Store; close: () => Promise<unknown> };

const RANGE = { from: '2026-11-01T00:00:00Z', to: '2026-12-01T00:00:00Z' };
let cluster: TestCluster;
let first: Server;
let second: Server;

async function openServer(): Promise<Server> {
  const store = new Store(new ServerEngine(new URL(`${cluster.url}/monitoring`), silentLog, cluster.name));
  await store.open();
  const app = buildApp({ store, log: silentLog, maxBodyBytes: 16_000_000 });
  return { store, ...callable(app), close: async () => Promise.all([app.close(), store.close()]) };
}

beforeAll(async () => {
  cluster = await openTestCluster(2);
  [first, second] = await Promise.all([openServer(), openServer()]);
}, 60_000);
afterAll(async () => {
  await Promise.all([first.close(), second.close()]);
  await cluster.close();
}, 30_000);

/** Resolves when no shard has a change of rows to make. */
async function untilNothingChanges(): Promise<void> {
  for (;;) {
    const open = await Promise.all(
      [0, 1].map((shard) =>
        cluster.askShard(shard, 'SELECT count() FROM system.mutations WHERE NOT is_done', 'monitoring'),
      ),
    );
    if (open.every(([count]) => count === '0')) return;
  }
}

const traces = Array.from({ length: 300 }, (_, index) =>
  aTrace({
    request_id: `r${String(index).padStart(3, '0')}`,
    model: `model-${index % 3}`,
    start_time: new Date(Date.UTC(2026, 10, 20, 0, index)).toISOString(),
    status: index % 10 === 0 ? 'error' : 'success',
    duration_ms: index,
    input: `question ${index}`,
    output: index === 7 ? 'the needle' : 'an answer',
  }),
);

describe('two trace servers on a cluster of two shards', () => {
  it('spread the traces over the shards, and each server finds all of them', async () => {
    expect((await first.post('/api/v1/traces', { traces: traces.slice(0, 150) })).body).toMatchObject({
      accepted: 150,
    });
    expect((await second.post('/api/v1/traces', { traces: traces.slice(150) })).body).toMatchObject({ accepted: 150 });
    const counts = await Promise.all(
      [0, 1].map((shard) => cluster.askShard(shard, 'SELECT count() FROM traces_local', 'monitoring')),
    );
    const [onFirst = 0, onSecond = 0] = counts.map(([count]) => Number(count));
    expect(onFirst + onSecond).toBe(300);
    expect(Math.min(onFirst, onSecond)).toBeGreaterThan(90);
    for (const server of [first, second]) {
      expect((await server.get('/healthz')).body).toMatchObject({ traces: 300 });
    }
  });

  it('list newest first, page by page, in one order over all shards', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (;;) {
      const { body } = await second.get(`/api/v1/traces?limit=70${cursor === '' ? '' : `&cursor=${cursor}`}`);
      const page = (body as { traces: { request_id: string; cursor: string }[] }).traces;
      seen.push(...page.map((row) => row.request_id));
      if (page.length < 70) break;
      cursor = encodeURIComponent(page.at(-1)?.cursor ?? '');
    }
    expect(seen).toEqual(traces.map((trace) => trace.request_id).reverse());
  });

  it('open a trace with its spans wherever it lies, and refuse to store it again', async () => {
    expect((await second.get('/api/v1/traces/r007')).body).toMatchObject({
      output: { text: 'the needle' },
      spans: [{ name: expect.any(String) as string }],
    });
    expect((await second.post('/api/v1/traces', traces[7])).body).toEqual({ accepted: 0, duplicates: 1 });
  });

  it('measure over all shards: counts, percentiles and the top groups are those of all traces', async () => {
    const { body } = await first.post('/api/v1/metrics', {
      ...RANGE,
      measures: ['requests', 'failures', 'duration_p50_ms'],
    });
    expect(rowsOf(body)).toEqual([{ requests: 300, failures: 30, duration_p50_ms: 149.5 }]);
    const grouped = await first.post('/api/v1/metrics', {
      ...RANGE,
      measures: ['requests'],
      group_by: ['model'],
      series_limit: 2,
      interval: '1d',
    });
    expect(rowsOf(grouped.body).map(({ model, requests }) => [model, requests])).toEqual([
      ['model-0', 100],
      ['model-1', 100],
      ['(other)', 100],
    ]);
  });

  it('find text and say where, list models and field values over all shards', async () => {
    const found = await first.get('/api/v1/traces?q=needle');
    expect(found.body).toMatchObject({
      traces: [{ request_id: 'r007', match_preview: 'output: the \u2068needle\u2069' }],
    });
    expect((found.body as { traces: unknown[] }).traces).toHaveLength(1);
    expect((await first.get('/api/v1/models')).body).toMatchObject({
      models: [{ requests: 100 }, { requests: 100 }, { requests: 100 }],
    });
    expect((await second.get('/api/v1/fields/status/values')).body).toEqual({
      values: [
        { value: 'success', requests: 270 },
        { value: 'error', requests: 30 },
      ],
    });
    const latency = await first.post('/api/v1/latency', { ...RANGE, max_points: 10 });
    expect(rowsOf(latency.body).at(-1)).toMatchObject({ request_id: 'r299' });
  });

  it('tell before a query what all shards would read, not one of them', async () => {
    const explained = await first.post('/api/v1/query/explain', { query: 'model:model-1 AND needle' });
    expect(explained).toMatchObject({ status: 200, body: { rows: 300, stored_rows: 300 } });
    expect((explained.body as { bytes: number }).bytes).toBeGreaterThan(0);
  });

  it('get the text index on every shard, and find the same with it', async () => {
    const onShards = () =>
      Promise.all(
        [0, 1].map((shard) =>
          cluster.askShard(
            shard,
            "SELECT name FROM system.data_skipping_indices WHERE table = 'traces_local' AND type = 'ngrambf_v1' ORDER BY name",
            'monitoring',
          ),
        ),
      );
    await Promise.all([first, second].map(({ store }) => applyTextIndex(store, true, silentLog)));
    expect(await onShards()).toEqual([
      ['text_grams', 'text_pairs'],
      ['text_grams', 'text_pairs'],
    ]);
    const found = await second.get('/api/v1/traces?q=NEEDLE');
    expect((found.body as { traces: { request_id: string }[] }).traces.map((row) => row.request_id)).toEqual(['r007']);
    await untilNothingChanges();
    await applyTextIndex(second.store, false, silentLog);
    expect(await onShards()).toEqual([[], []]);
  });

  it('change and remove rows on every shard', async () => {
    await first.store.mutate('traces', { sql: "UPDATE cost_usd = 1 WHERE model = 'model-0'", params: {} });
    await first.store.mutate('traces', { sql: 'DELETE WHERE request_id < {id:String}', params: { id: 'r100' } });
    const { body } = await second.post('/api/v1/metrics', { ...RANGE, measures: ['requests', 'cost_usd'] });
    expect(rowsOf(body)).toEqual([{ requests: 200, cost_usd: 66 }]);
  });
});
