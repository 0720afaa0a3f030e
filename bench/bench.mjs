// `npm run bench -- --rows N`: how fast the trace server answers, against its engine alone. See docs/benchmarks.md.
import { mkdirSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import charts from './cases/charts.mjs';
import exporting from './cases/export.mjs';
import ingest from './cases/ingest.mjs';
import lists from './cases/lists.mjs';
import paging from './cases/paging.mjs';
import search from './cases/search.mjs';
import { keepResults, record, toMarkdown } from './results.mjs';
import { dataSet, merged } from './server/dataSet.mjs';
import { checkBuilt } from './server/dist.mjs';
import { startServer } from './server/server.mjs';

const CASES = [lists, paging, charts, search, exporting, ingest];
const RESULTS = fileURLToPath(new URL('RESULTS.md', import.meta.url));
const RECORDED_LOAD_RATE = 100_000;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    dir: { type: 'string', default: join(tmpdir(), 'modeltrace-bench') },
    runs: { type: 'string', default: '7' },
    only: { type: 'string', multiple: true },
    record: { type: 'boolean', default: false },
  },
});
const rows = Number(values.rows);
const runs = Number(values.runs);
if (!(Number.isSafeInteger(rows) && rows > 0 && Number.isSafeInteger(runs) && runs > 0)) {
  throw new Error('--rows and --runs must be whole numbers above 0.');
}
const chosen = CASES.filter(({ name }) => values.only === undefined || values.only.includes(name));
if (chosen.length === 0) throw new Error(`--only must name one of ${CASES.map(({ name }) => name).join(', ')}.`);

function say(line) {
  process.stdout.write(`${line}\n`);
}

checkBuilt();
const dir = resolve(values.dir);
mkdirSync(dir, { recursive: true });
const load = loadavg()
  .map((value) => value.toFixed(1))
  .join(' ');
const { dataDir, rowsPerSecond } = await dataSet(rows, dir);
const server = await startServer(dataDir);
const lines = [];
if (rowsPerSecond !== undefined) {
  lines.push({
    name: 'modeltrace demo: rows computed and stored',
    value: rowsPerSecond,
    unit: 'rows/s',
    target: `≥ ${RECORDED_LOAD_RATE}`,
    isMet: rowsPerSecond >= RECORDED_LOAD_RATE,
  });
}
let engineVersion;
try {
  const answer = await server.engine.query({ query: 'SELECT version() AS version', format: 'JSONEachRow' });
  [{ version: engineVersion }] = await answer.json();
  await merged(server);
  for (const { name, run } of chosen) {
    say(`\n== ${name}`);
    try {
      for (const line of await run({ server, runs, rows, dir })) {
        lines.push(line);
        say(
          `  ${line.isMet ? 'met   ' : 'missed'}  ${line.name}: ${line.value.toFixed(2)} ${line.unit} (${line.target})${line.apiMs === undefined ? '' : `, server ${line.apiMs.toFixed(1)} ms, engine ${line.engineMs.toFixed(1)} ms`}`,
        );
      }
    } catch (error) {
      say(`  FAILED  ${name}: ${error.message}`);
      lines.push({
        name: `${name}: could not be measured (${error.message.slice(0, 120)})`,
        value: Number.NaN,
        unit: '',
        target: '',
        isMet: false,
      });
    }
  }
} finally {
  await server.stop();
}
const result = keepResults(
  {
    rows,
    runs,
    date: new Date().toISOString().slice(0, 10),
    engineVersion,
    load,
    lines,
    isPartial: values.only !== undefined,
  },
  dir,
);
say(`\n${toMarkdown(result)}`);
if (values.record) record(result, RESULTS);
