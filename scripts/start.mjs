// `npm start`: installs and builds what is missing or stale, then runs trace server, data source back end and workbench.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { importCalls } from './process/importCalls.mjs';
import { PlainError, fail, say } from './process/say.mjs';
import { Services, waitUntil } from './process/services.mjs';
import { buildStale } from './setup/build.mjs';
import { installPackages } from './setup/install.mjs';
import { checkDiskSpace, checkNode, checkPort } from './setup/machine.mjs';
import { inRoot, root, traceServerCli, workbenchHost } from './setup/paths.mjs';

const HOST = '127.0.0.1';
const services = new Services();
let isReady = false;

function readArguments(args) {
  const options = { importFile: undefined, demo: true };
  for (let i = 0; i < args.length; i += 1) {
    if (args[i] === '--import') {
      if (!args[i + 1]) throw new PlainError('--import needs the file to import: npm start -- --import FILE');
      options.importFile = resolve(args[(i += 1)]);
    } else if (args[i] === '--no-demo') options.demo = false;
    else throw new PlainError(`Unknown option "${args[i]}". Usage: npm start -- [--import FILE] [--no-demo]`);
  }
  if (options.importFile && !statSync(options.importFile, { throwIfNoEntry: false })?.isFile()) {
    throw new PlainError(`The file to import does not exist or is not a file: ${options.importFile}`);
  }
  return options;
}

/** Demo data goes into the embedded engine only, never unasked into somebody's ClickHouse. */
const wantsDemo = ({ demo }) => demo && (!process.env.CLICKHOUSE_URL || process.env.MODELTRACE_DEMO === '1');

async function answers(url) {
  const response = await fetch(url).catch(() => undefined);
  await response?.body?.cancel();
  return response?.ok ?? false;
}

function stopWith(code) {
  process.exitCode = code;
  void services.stop().then(() => process.exit(code));
}

function onUnexpectedExit(name) {
  return (code) => {
    // A service that cannot start has said why itself.
    if (!isReady) return;
    process.stderr.write(`${name} ended unexpectedly (exit code ${code}); stopping.\n`);
    stopWith(1);
  };
}

async function main() {
  checkNode();
  const options = readArguments(process.argv.slice(2));
  const dataDir = resolve(root, process.env.MODELTRACE_DATA_DIR || 'data');
  const port = await checkPort('PORT', process.env.PORT || '3000', HOST);
  const tracePort = await checkPort('TRACE_PORT', process.env.TRACE_PORT || '4318', HOST);
  if (port === tracePort) throw new PlainError(`PORT and TRACE_PORT are both ${port}; they must differ.`);
  await checkDiskSpace(dataDir, 1, 'The trace data');

  await installPackages();
  await buildStale();

  say('Starting the trace server …');
  const traceServerUrl = `http://${HOST}:${tracePort}`;
  const traceServer = services.start('trace server', process.execPath, [traceServerCli, 'serve'], {
    cwd: root,
    env: {
      MODELTRACE_DATA_DIR: dataDir,
      TRACE_PORT: String(tracePort),
      TRACE_HOST: HOST,
      MODELTRACE_DEMO: wantsDemo(options) ? '1' : '0',
    },
    onExit: onUnexpectedExit('The trace server'),
  });
  await waitUntil(traceServer, () => answers(`${traceServerUrl}/healthz`));
  const imported = options.importFile ? await importCalls(options.importFile, traceServerUrl) : undefined;

  say('Starting the workbench …');
  const workbench = services.start(
    'workbench',
    workbenchHost,
    [
      '-host',
      HOST,
      '-port',
      String(port),
      '-dist',
      inRoot('workbench', 'dist'),
      '-plugins',
      [inRoot('datasource-plugin', 'dist'), inRoot('panel-plugin', 'dist')].join(','),
      '-provisioning',
      inRoot('provisioning'),
    ],
    { cwd: root, env: { MODELTRACE_URL: traceServerUrl }, onExit: onUnexpectedExit('The workbench') },
  );
  const url = `http://localhost:${port}`;
  await waitUntil(workbench, () => answers(`http://${HOST}:${port}/api/health`));
  if (imported?.from) {
    say(`The imported calls are from ${imported.from} to ${imported.to}. See them at:`);
    say(
      `  ${url}/d/modeltrace-traces?from=${Date.parse(imported.from) - 60_000}&to=${Date.parse(imported.to) + 60_000}`,
    );
  }
  isReady = true;
  say('Press Ctrl-C to stop.');
  say(`Modeltrace is ready at ${url}`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopWith(0));

main().catch((error) => {
  fail(error);
  stopWith(1);
});
