// The embedded engine: a process of its own that speaks ClickHouse's HTTP protocol until it is ended.
// Plain JavaScript, so that it runs from the sources as well as from the build.
// argv: data directory, port, config file, and where wanted a port for the native protocol, by which the servers of a
// cluster speak with each other. It ends when its standard input is closed, that is when its parent is gone.
import { openSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setPriority } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { DataType, load, open } from 'ffi-rs';

const LIBRARY = 'libchdb';
// Lines on standard error that the supervisor reads (engineFailure.ts).
const NO_LIBRARY = 'NO_LIBRARY';
const DIRECTORY_IN_USE = 'DIRECTORY_IN_USE';
// LOCK_EX | LOCK_NB of <sys/file.h>, the same on Linux and macOS.
const EXCLUSIVE_AT_ONCE = 2 | 4;
/** Where processors are short the server, which only hands work on, goes before a heavy query. Threads inherit it. */
const NICENESS = 10;
/** The engine of a killed server needs a moment to end and let go of the directory. */
const LEAVING_PATIENCE_MS = 10_000;

/** Statements that start the listener and then never end: the library's entry returns when its last query does. */
const serveForever = (nativePort) =>
  [
    'SYSTEM START LISTEN HTTP;',
    ...(nativePort === undefined ? [] : ['SYSTEM START LISTEN TCP;']),
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

function openLibrary() {
  try {
    const { libchdbPath } = createRequire(import.meta.url)('chdb/libchdb');
    open({ library: LIBRARY, path: libchdbPath() });
    return true;
  } catch {
    process.stderr.write(`${NO_LIBRARY} ${process.platform}-${process.arch}\n`);
    return false;
  }
}

/** Node has no flock; the library's handle also finds the functions of the C library that it is linked with. */
function tryLock(fd) {
  const result = load({
    library: LIBRARY,
    funcName: 'flock',
    retType: DataType.I32,
    paramsType: [DataType.I32, DataType.I32],
    paramsValue: [fd, EXCLUSIVE_AT_ONCE],
  });
  return result === 0;
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Takes the directory for this process before the engine touches it: ClickHouse clears its temporary files, also those
 * of a running engine, before it looks at its own lock. The operating system lets go of the lock when this process ends,
 * however it ends. While a server runs it is refused at once; the engine of a killed one is waited for.
 */
async function lockDirectory() {
  const file = `${dataDir}.lock`;
  const fd = openSync(file, 'a+', 0o600);
  const deadline = Date.now() + LEAVING_PATIENCE_MS;
  while (!tryLock(fd)) {
    const server = Number(readFileSync(file, 'utf8'));
    if ((server > 0 && isRunning(server)) || Date.now() > deadline) {
      process.stderr.write(`${DIRECTORY_IN_USE}\n`);
      return false;
    }
    await delay(20);
  }
  writeFileSync(file, String(process.ppid));
  return true;
}

/**
 * Calls `chdb_query_cmdline`, which takes the arguments of `clickhouse local` and returns when its last query has ended.
 * Why it ended stands on standard error; its result is not read, because a failed start may leave none.
 */
function runEngine(args) {
  load({
    library: LIBRARY,
    funcName: 'chdb_query_cmdline',
    retType: DataType.Void,
    paramsType: [DataType.I32, DataType.StringArray],
    paramsValue: [args.length, args],
  });
}

const [dataDir, port, configFile, nativePort] = process.argv.slice(2);
// The terminal sends Ctrl-C to the whole group; the parent decides when the engine ends.
process.on('SIGINT', () => undefined);
await dieWithParent();
setPriority(NICENESS);
// process.exit would wait for the thread that reads standard input.
if (!openLibrary() || !(await lockDirectory())) process.kill(process.pid, 'SIGKILL');
runEngine([
  'clickhouse-local',
  `--path=${dataDir}`,
  `--config-file=${configFile}`,
  `--http_port=${port}`,
  ...(nativePort === undefined ? [] : [`--tcp_port=${nativePort}`]),
  '--listen_host=127.0.0.1',
  `--query=${serveForever(nativePort)}`,
]);
process.exit(1);
