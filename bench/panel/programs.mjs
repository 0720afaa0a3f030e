import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { inRoot, traceServerCli, workbenchHost } from '../../scripts/setup/paths.mjs';

/** Rows of a page, the most that a query may ask for. */
const PAGE_ROWS = 1000;

/** A dashboard with nothing but the panel, so that only it is measured. */
const dashboard = {
  uid: 'bench-panel',
  title: 'Panel bench',
  schemaVersion: 42,
  time: { from: 'now-90d', to: 'now' },
  panels: [
    {
      id: 1,
      type: 'modeltrace-traces-panel',
      title: 'Traces',
      gridPos: { x: 0, y: 0, w: 24, h: 24 },
      datasource: { type: 'modeltrace-traces-datasource', uid: 'modeltrace' },
      options: {},
      targets: [
        {
          refId: 'A',
          datasource: { type: 'modeltrace-traces-datasource', uid: 'modeltrace' },
          queryType: 'traces',
          schemaVersion: 2,
          limit: PAGE_ROWS,
        },
      ],
    },
  ],
};

/** Address of that dashboard for a time range. */
export const dashboardPath = (from, to) => `/d/${dashboard.uid}?from=${Date.parse(from)}&to=${Date.parse(to)}`;

/** The provisioned data source, and that dashboard in the place of all others. */
export function provisioningIn(dir) {
  const target = join(dir, 'provisioning');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(join(target, 'dashboards'), { recursive: true });
  cpSync(inRoot('provisioning', 'datasources'), join(target, 'datasources'), { recursive: true });
  writeFileSync(join(target, 'dashboards', 'bench-panel.json'), JSON.stringify(dashboard));
  return target;
}

/** The trace server that people run, on a free port; it takes the large payloads of this bench. */
export async function startTraceServer(dataDir) {
  const server = await start(process.execPath, [traceServerCli, 'serve'], {
    TRACE_PORT: '0',
    TRACE_HOST: '127.0.0.1',
    MODELTRACE_DATA_DIR: dataDir,
    MODELTRACE_MAX_JSON_BODY_MB: '64',
    MODELTRACE_DEMO: '0',
    CLICKHOUSE_URL: '',
  });
  while (!(await fetch(`${server.url}/readyz`)).ok) await delay(100);
  return server;
}

/** The workbench with the built plugins, on a free port. */
export function startWorkbench(traceServerUrl, provisioning) {
  const plugins = [inRoot('datasource-plugin', 'dist'), inRoot('panel-plugin', 'dist')].join(',');
  const args = ['-port', '0', '-dist', inRoot('workbench', 'dist'), '-plugins', plugins, '-provisioning', provisioning];
  return start(workbenchHost, args, { MODELTRACE_URL: traceServerUrl });
}

/** Starts a program and waits until it prints the address that it listens on. */
async function start(command, args, env) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /https?:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url) {
      child.stdout.resume();
      return { url, stop: () => stop(child) };
    }
  }
  throw new Error(`${command} ended before it listened.`);
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
