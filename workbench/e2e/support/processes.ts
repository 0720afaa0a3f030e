import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Variant } from './baseUrls';
import { pageOf, places } from './places';

/** A server that a test started. */
export interface Running {
  url: string;
  stop(): Promise<void>;
}

/** A trace server that a test can stop for a while. */
export interface RestartableServer extends Running {
  /** Ends the program; the data stays. */
  halt(): Promise<void>;
  /** Starts it again where it was. */
  resume(): Promise<void>;
}

/** A trace server on a free port, with an empty database of its own. */
export async function startTraceServer(env: Record<string, string> = {}): Promise<RestartableServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'modeltrace-e2e-'));
  let server = await startTraceServerAt('0', dataDir, env);
  const { url } = server;
  return {
    url,
    halt: () => server.stop(),
    resume: async () => {
      server = await startTraceServerAt(new URL(url).port, dataDir, env);
    },
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function startTraceServerAt(port: string, dataDir: string, env: Record<string, string>): Promise<Running> {
  const server = await start(process.execPath, [places.traceServer, 'serve'], {
    TRACE_PORT: port,
    TRACE_HOST: '127.0.0.1',
    MODELTRACE_DATA_DIR: dataDir,
    ...env,
  });
  // It listens before its engine is there.
  while (!(await fetch(`${server.url}/readyz`)).ok) {
    await setTimeout(100);
  }
  return server;
}

/** Stores a recording and resolves when all of it can be queried. */
export async function importCalls(file: string, traceServerUrl: string): Promise<void> {
  const args = [places.traceServer, 'import', file, '--url', traceServerUrl];
  await promisify(execFile)(process.execPath, args, { env: environment() });
}

/** The workbench's host on a free port. */
export function startHost(
  variant: Variant,
  traceServerUrl: string,
  provisioning = places.provisioning,
): Promise<Running> {
  const args = ['-port', '0', '-dist', pageOf(variant), '-plugins', places.plugins.join(',')];
  return start(places.host, [...args, '-provisioning', provisioning], { MODELTRACE_URL: traceServerUrl });
}

/**
 * What the programs see of the environment: no setting of Modeltrace, so that a reader's own CLICKHOUSE_URL is never
 * written to and no key of theirs is asked for or sent.
 */
function environment(own: Record<string, string> = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(CLICKHOUSE|MODELTRACE|TRACE)_/.test(name));
  return { ...Object.fromEntries(inherited), ...own };
}

/** Starts a program and waits until it prints the address that it listens on. */
async function start(command: string, args: string[], env: Record<string, string>): Promise<Running> {
  const child = spawn(command, args, { env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  child.stderr.on('data', (data: Buffer) => said.push(data.toString()));
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(`${line}\n`);
    const url = /https?:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url) {
      child.stdout.resume();
      return { url, stop: () => stop(child) };
    }
  }
  throw new Error(`${command} ended before it listened:\n${said.join('')}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
}
