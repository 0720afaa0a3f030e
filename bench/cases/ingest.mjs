import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { performance } from 'node:perf_hooks';
import { startServer } from '../server/server.mjs';
import { otlpRequest } from '../server/otlp.mjs';

const SPANS_PER_REQUEST = 500;
const REQUESTS = 96;
const REQUESTS_BESIDE = 20;
/** As many processes send at once; each waits for its answer. */
const SENDERS = 16;
const ROWS_PER_INSERT = 10_000;

async function sendAll(server, requests) {
  const waiting = requests.values();
  let refused = 0;
  const send = async () => {
    for (const body of waiting) {
      for (;;) {
        const answer = await server.call('POST', '/v1/traces', {
          body,
          headers: { 'content-type': 'application/x-protobuf' },
        });
        if (answer.status === 200) break;
        if (answer.status !== 429 && answer.status !== 503) throw new Error(`ingest: ${answer.status} ${answer.body}`);
        refused += 1;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: SENDERS }, send));
  return { ms: performance.now() - started, refused };
}

/** The stored rows of both tables once more, as JSON lines, into tables like them: what the engine itself takes for it. */
async function engineInserts(server) {
  const copies = [];
  for (const table of ['traces', 'spans']) {
    await server.engine.command({ query: `CREATE TABLE bench_${table} AS ${table}` });
    const answer = await server.engine.query({
      query: `SELECT * FROM ${table}`,
      format: 'JSONEachRow',
      clickhouse_settings: { date_time_output_format: 'simple' },
    });
    const lines = (await answer.text()).split('\n').filter(Boolean);
    for (let at = 0; at < lines.length; at += ROWS_PER_INSERT) {
      copies.push({
        table: `bench_${table}`,
        body: Buffer.from(`${lines.slice(at, at + ROWS_PER_INSERT).join('\n')}\n`),
      });
    }
  }
  const started = performance.now();
  for (const { table, body } of copies) {
    const answer = await server.engine.exec({
      query: `INSERT INTO ${table} FORMAT JSONEachRow`,
      values: Readable.from([body], { objectMode: false }),
      clickhouse_settings: { max_insert_block_size: '1000000', max_partitions_per_insert_block: '0', async_insert: 0 },
    });
    for await (const chunk of answer.stream) void chunk;
  }
  return performance.now() - started;
}

async function stored(server) {
  const answer = await server.engine.query({ query: 'SELECT count() AS rows FROM traces', format: 'JSONEachRow' });
  return Number((await answer.json())[0].rows);
}

/** OTLP protobuf with 2 KB payloads into an empty store, alone and beside four heavy queries. */
export default {
  name: 'ingest',
  async run({ dir }) {
    const dataDir = await mkdtemp(join(dir, 'ingest-'));
    const server = await startServer(dataDir);
    try {
      const batch = async (first, requests = REQUESTS) =>
        Promise.all(
          Array.from({ length: requests }, (_, index) =>
            otlpRequest((first + index) * SPANS_PER_REQUEST, SPANS_PER_REQUEST),
          ),
        );
      await sendAll(server, await batch(1_000_000, 8));
      const before = await stored(server);
      const alone = await sendAll(server, await batch(0));
      const rows = (await stored(server)) - before;
      if (rows !== REQUESTS * SPANS_PER_REQUEST) throw new Error(`ingest: ${rows} rows stored`);
      const engineMs = (await engineInserts(server)) * (rows / (rows + before));
      const ratio = engineMs / alone.ms;

      await server.ask('openHeavyQueries');
      const beside = await batch(2_000_000, REQUESTS_BESIDE);
      await server.ask('watch');
      const busy = await sendAll(server, beside);
      const { delayP99Ms, delayMaxMs } = await server.ask('unwatch');
      await server.ask('closeHeavyQueries');
      const perSecond = (ms, traces = rows) => Math.round((traces / ms) * 1000);
      return [
        {
          name: `ingest OTLP protobuf, 2 KB payloads (${perSecond(alone.ms)} traces/s; engine ${perSecond(engineMs)}/s; refused and sent again ${alone.refused})`,
          value: ratio,
          unit: "of the engine's speed",
          target: '≥ 0.5',
          isMet: ratio >= 0.5,
          apiMs: alone.ms,
          engineMs,
        },
        {
          name: `event-loop delay p99 while ingesting beside four heavy queries (${perSecond(busy.ms, REQUESTS_BESIDE * SPANS_PER_REQUEST)} traces/s, longest delay ${delayMaxMs.toFixed(0)} ms)`,
          value: delayP99Ms,
          unit: 'ms',
          target: '< 50',
          isMet: delayP99Ms < 50,
        },
      ];
    } finally {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  },
};
