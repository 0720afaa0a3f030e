import { performance } from 'node:perf_hooks';
import { median } from '../measure.mjs';
import { daysBefore, UNTIL } from '../server/dataSet.mjs';

const ROWS = 1_000_000;
const MEGABYTE = 1e6;
const RUNS = 3;

/** A time that about so many traces are later than. */
async function fromFor(server, rows) {
  const answer = await server.engine.query({
    query: `SELECT toString(min(start_time)) AS time FROM (SELECT start_time FROM traces ORDER BY start_time DESC LIMIT ${rows})`,
    format: 'JSONEachRow',
  });
  const [row] = await answer.json();
  return row ? new Date(`${row.time.replace(' ', 'T').replace('Z', '')}Z`).toISOString() : daysBefore(90);
}

/** The engine writing the same rows in the same format to nowhere. */
async function engineToNowhere(server, statement) {
  const [, select, format] = /^([\s\S]*) FORMAT (\w+)$/.exec(statement.options.query) ?? [];
  const started = performance.now();
  await server.engine.command({
    query: `INSERT INTO FUNCTION file('/dev/null', '${format}') ${select}`,
    query_params: statement.options.query_params,
    clickhouse_settings: statement.options.clickhouse_settings,
  });
  return performance.now() - started;
}

/** A million traces to a file. */
export default {
  name: 'export',
  async run({ server }) {
    const from = await fromFor(server, ROWS);
    const lines = [];
    for (const format of ['csv', 'jsonl']) {
      const api = [];
      const engine = [];
      const overHttp = [];
      let bytes = 0;
      let growth = 0;
      for (let run = 0; run < RUNS; run++) {
        await server.ask('takeStatements');
        const { rss } = await server.ask('watch');
        const answer = await server.call('GET', `/api/v1/export?format=${format}&from=${from}&to=${UNTIL}`, {
          discard: true,
        });
        const { peakRss } = await server.ask('unwatch');
        if (answer.status !== 200) throw new Error(`export: ${answer.status}`);
        const statement = (await server.ask('takeStatements')).at(-1);
        api.push(answer.ms);
        bytes = answer.bytes;
        growth = Math.max(growth, peakRss - rss);
        overHttp.push(await server.replay(statement));
        engine.push(await engineToNowhere(server, statement));
      }
      const ratio = median(engine) / median(api);
      const rate = Math.round(bytes / MEGABYTE / (median(api) / 1000));
      lines.push({
        name: `export of 1M traces, ${format} (${Math.round(bytes / MEGABYTE)} MB, ${rate} MB/s; the engine over HTTP ${Math.round(median(overHttp))} ms)`,
        value: ratio,
        unit: "of the engine's speed",
        target: '≥ 0.7',
        isMet: ratio >= 0.7,
        apiMs: median(api),
        engineMs: median(engine),
        bytes,
      });
      const megabytes = growth / MEGABYTE;
      lines.push({
        name: `memory of the API process during it, ${format}`,
        value: megabytes,
        unit: 'MB more',
        target: '< 150',
        isMet: megabytes < 150,
      });
    }
    return lines;
  },
};
