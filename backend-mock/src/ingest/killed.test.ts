import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/testServer.js';
import { aTrace, rowsOf } from '../testing/traces.js';

const TRACES_PER_BATCH = 20;
const PERIOD = { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z' };

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

async function killEngine(): Promise<void> {
  const { pid } = server.engine;
  if (pid === undefined) throw new Error('the engine is not running');
  process.kill(pid, 'SIGKILL');
  while (server.engine.pid === pid) await delay(5);
}

/** Traces over a whole day, each with two spans and a payload of a size that is not stored in one go. */
function batchOf(name: string) {
  return Array.from({ length: TRACES_PER_BATCH }, (_, index) => {
    const id = `${name}-${index}`;
    const time = `2026-11-20T${String(index % 24).padStart(2, '0')}:00:00Z`;
    const span = (place: string) => ({
      span_id: `${Buffer.from(id).toString('hex').slice(-14).padStart(14, '0')}${place}`,
      name: 'tool',
      start_time: time,
      duration_ms: 1,
    });
    return aTrace({
      request_id: id,
      model: 'halved',
      start_time: time,
      duration_ms: 7,
      input_tokens: 3,
      input: { messages: [{ role: 'user', content: `question ${id} ${'x'.repeat(2000)}` }] },
      spans: [span('01'), span('02')],
    });
  });
}

it('killed amid ingest nothing is half there: what can be seen has its payload and spans, and sums over hours are those of the rows', async () => {
  let sent = 0;
  for (let round = 0; round < 2; round++) {
    const isKilled = new AbortController();
    // Batches that are cut off are given up: these are the ones that could be there in parts.
    const send = async (sender: number) => {
      for (let batch = 0; !isKilled.signal.aborted; batch++) {
        const answer = await server.post('/api/v1/traces', { traces: batchOf(`${round}-${sender}-${batch}`) });
        if (answer.status === 201) sent += TRACES_PER_BATCH;
        else await delay(20);
      }
    };
    const before = sent;
    const senders = [0, 1, 2, 3].map(send);
    while (sent === before) await delay(5);
    await delay(50 + round * 170);
    await killEngine();
    isKilled.abort();
    await Promise.all(senders);
    while ((await server.get('/healthz')).status !== 200) await delay(50);
  }

  const [stored] = await server.store.rows<{ rows: number; ids: number; whole: number; spans: number }>({
    sql: `SELECT count() AS rows, uniqExact(request_id) AS ids,
  countIf(position(input_json, concat('question ', request_id, ' ', repeat('x', 2000))) > 0 AND position(input_text, request_id) > 0) AS whole,
  (SELECT count() FROM (SELECT trace_id FROM spans FINAL GROUP BY trace_id HAVING uniqExact(span_id) >= 2)
    WHERE trace_id IN (SELECT trace_id FROM traces WHERE model = 'halved')) AS spans
FROM traces WHERE model = 'halved'`,
    params: {},
  });
  const rows = stored?.rows ?? 0;
  expect(sent).toBeGreaterThan(0);
  expect(rows).toBeGreaterThanOrEqual(sent);
  expect(rows % TRACES_PER_BATCH, 'a batch is there as a whole or not at all').toBe(0);
  expect(stored).toEqual({ rows, ids: rows, whole: rows, spans: rows });

  const filters = { model: ['halved'] };
  const sums = async (how: object) => {
    const answer = await server.post('/api/v1/metrics', {
      ...PERIOD,
      filters,
      measures: ['requests', 'input_tokens'],
      ...how,
    });
    expect(answer.status).toBe(200);
    const buckets = rowsOf(answer.body);
    return ['requests', 'input_tokens'].map((measure) => buckets.reduce((sum, row) => sum + Number(row[measure]), 0));
  };
  for (const how of [{}, { interval: '1h' }, { interval: '1d' }, { query: 'duration_ms >= 0' }]) {
    expect(await sums(how), JSON.stringify(how)).toEqual([rows, rows * 3]);
  }
});
