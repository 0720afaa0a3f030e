// `npm run bench:data-source`: what the data source's back end adds to the trace server's own answers, and its memory
// while many dashboards refresh at once. The built binary is driven over Grafana's plugin protocol. See docs/benchmarks.md.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inRoot, pluginBinary } from '../scripts/setup/paths.mjs';
import { dataSet, merged, UNTIL } from './server/dataSet.mjs';
import { checkBuilt } from './server/dist.mjs';
import { startServer } from './server/server.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '200000' },
    dir: { type: 'string', default: join(tmpdir(), 'modeltrace-bench') },
    runs: { type: 'string', default: '50' },
  },
});
const rows = Number(values.rows);
const runs = Number(values.runs);
if (!(Number.isSafeInteger(rows) && rows > 0 && Number.isSafeInteger(runs) && runs > 0)) {
  throw new Error('--rows and --runs must be whole numbers above 0.');
}
if (!existsSync(pluginBinary)) throw new Error('The data source is not built: npm run build first.');
checkBuilt();

/** Runs Go benchmarks of the back end; they print their figures. */
function goBench(pattern, times, env) {
  const args = ['test', '-run', '^$', '-bench', pattern, '-benchtime', `${times}x`, '-timeout', '30m', './pkg'];
  const child = spawn('go', args, {
    cwd: inRoot('datasource-plugin'),
    stdio: 'inherit',
    env: { ...process.env, MODELTRACE_PLUGIN_BINARY: pluginBinary, ...env },
  });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => (code === 0 ? done() : failed(new Error(`go test ended with ${code}.`))));
  });
}

const dir = resolve(values.dir);
mkdirSync(dir, { recursive: true });
const { dataDir } = await dataSet(rows, dir);
const server = await startServer(dataDir);
try {
  await merged(server);
  const env = { MODELTRACE_TEST_URL: server.address.url, MODELTRACE_BENCH_UNTIL: UNTIL };
  await goBench('^BenchmarkAddedTime$', runs, env);
  await goBench('^BenchmarkMemory$', 3, env);
} finally {
  await server.stop();
}
