// The embedded engine: a process of its own that speaks ClickHouse's HTTP protocol until it is ended.
// Plain JavaScript, so that it runs from the sources as well as from the build.
// argv: data directory, port, config file. It ends when its standard input is closed, that is when its parent is gone.
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { DataType, load, open } from 'ffi-rs';

const LIBRARY = 'libchdb';
// Codes of lines on standard output that the supervisor reads (engineOutput.ts).
const NO_LIBRARY = 'NO_LIBRARY';
const ENGINE_ENDED = 'ENGINE_ENDED';

/** Statements that start the listener and then never end: the library's entry returns when its last query does. */
const SERVE_FOREVER = [
  'SYSTEM START LISTEN HTTP;',
  'SELECT sleepEachRow(1) FROM numbers(1000000000000)',
  'SETTINGS max_block_size = 1, function_sleep_max_microseconds_per_block = 0, max_execution_time = 0',
  'FORMAT Null',
].join(' ');

/** The engine keeps the main thread; only another thread can notice that the parent is gone. */
function dieWithParent() {
  const watch = `
    const { parentPort } = require('node:worker_threads');
    const { readSync } = require('node:fs');
    parentPort.postMessage('watching');
    try { while (readSync(0, Buffer.alloc(64)) > 0); } catch {}
    process.kill(process.pid, 'SIGKILL');`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(watch, { eval: true });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function say(code, message) {
  process.stdout.write(`${code} ${message.replaceAll('\n', ' ')}\n`);
}

function openLibrary() {
  try {
    const { libchdbPath } = createRequire(import.meta.url)('chdb/libchdb');
    open({ library: LIBRARY, path: libchdbPath() });
    return true;
  } catch {
    say(NO_LIBRARY, `${process.platform}-${process.arch}`);
    return false;
  }
}

/** Calls `chdb_query_cmdline`, which takes the arguments of `clickhouse local`; returns its error text. */
function runEngine(args) {
  const result = load({
    library: LIBRARY,
    funcName: 'chdb_query_cmdline',
    retType: DataType.External,
    paramsType: [DataType.I32, DataType.StringArray],
    paramsValue: [args.length, args],
  });
  return load({
    library: LIBRARY,
    funcName: 'chdb_result_error',
    retType: DataType.String,
    paramsType: [DataType.External],
    paramsValue: [result],
  });
}

const [dataDir, port, configFile] = process.argv.slice(2);
// The terminal sends Ctrl-C to the whole group; the parent decides when the engine ends.
process.on('SIGINT', () => undefined);
await dieWithParent();
if (!openLibrary()) process.exit(1);
const error = runEngine([
  'clickhouse-local',
  `--path=${dataDir}`,
  `--config-file=${configFile}`,
  `--http_port=${port}`,
  '--listen_host=127.0.0.1',
  `--query=${SERVE_FOREVER}`,
]);
say(ENGINE_ENDED, String(error ?? ''));
process.exit(1);
