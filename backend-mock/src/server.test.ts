import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { removeDir, temporaryDir } from './testing/testServer.js';
import { aTrace } from './testing/traces.js';

const PACKAGE_DIR = path.resolve(import.meta.dirname, '..');
let dataDir: string;
let servers: ChildProcess[] = [];

beforeAll(async () => {
  execFileSync('npm', ['run', 'build', '--silent'], { cwd: PACKAGE_DIR, stdio: 'pipe' });
  dataDir = await temporaryDir();
});
afterEach(() => {
  for (const server of servers) server.kill('SIGKILL');
  servers = [];
});
afterAll(() => removeDir(dataDir));

interface Started {
  process: ChildProcess;
  url: string;
  enginePid: number;
}

function run(env: Record<string, string>): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, ['dist/cli.js', 'serve'], {
    cwd: PACKAGE_DIR,
    env: { ...process.env, TRACE_PORT: '0', MODELTRACE_DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  servers.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text };
}

/** Starts the built server as a person would and waits until it listens. */
async function start(): Promise<Started> {
  const { child, output } = run({});
  for (;;) {
    const url = /listening on (http:\S+?)"/.exec(output())?.[1];
    const pid = /"pid":(\d+),"msg":"engine ready"/.exec(output())?.[1];
    if (url !== undefined && pid !== undefined) return { process: child, url, enginePid: Number(pid) };
    if (child.exitCode !== null) throw new Error(`The server ended: ${output()}`);
    await delay(20);
  }
}

async function isAlive(pid: number): Promise<boolean> {
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return state !== '' && !/\) [ZX] /.test(state);
}

async function post(url: string, traces: unknown[]): Promise<number> {
  try {
    const answer = await fetch(`${url}/api/v1/traces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ traces }),
    });
    await answer.text();
    return answer.status;
  } catch {
    return 0;
  }
}

describe('the built server', () => {
  it.skipIf(process.platform !== 'linux')(
    'killed amid concurrent ingest and started again has every trace it acknowledged',
    async () => {
      const acknowledged: string[] = [];
      for (let round = 0; round < 3; round++) {
        const server = await start();
        const writers = [0, 1, 2, 3].map(async (writer) => {
          for (let batch = 0; ; batch++) {
            const traces = Array.from({ length: 20 }, (_, i) =>
              aTrace({ request_id: `${round}-${writer}-${batch}-${i}` }),
            );
            if ((await post(server.url, traces)) !== 201) return;
            acknowledged.push(...traces.map((trace) => trace.request_id));
          }
        });
        await delay(600 + round * 170);
        server.process.kill('SIGKILL');
        await Promise.all(writers);
        while (await isAlive(server.enginePid)) await delay(20);
      }
      const { url } = await start();
      const stored = new Set<string>();
      for (let cursor = ''; ;) {
        const answer = await fetch(`${url}/api/v1/traces?limit=1000${cursor && `&cursor=${cursor}`}`);
        const { traces } = (await answer.json()) as { traces: { request_id: string; cursor: string }[] };
        for (const trace of traces) stored.add(trace.request_id);
        cursor = traces.at(-1)?.cursor ?? '';
        if (traces.length < 1000) break;
      }
      expect(acknowledged.length).toBeGreaterThan(100);
      expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    },
  );

  it('told to stop it ends its engine and itself with code 0', async () => {
    const server = await start();
    server.process.kill('SIGTERM');
    const [code] = (await once(server.process, 'close')) as [number];
    expect(code).toBe(0);
    expect(await isAlive(server.enginePid)).toBe(false);
  });

  it('that cannot start says in one clear sentence why, and leaves nothing running', async () => {
    const first = await start();
    const { port } = new URL(first.url);
    const other = await temporaryDir();
    await writeFile(path.join(other, 'file'), '');
    for (const [env, message] of [
      [{ TRACE_PORT: port, MODELTRACE_DATA_DIR: other }, /^The port is in use\..*TRACE_PORT/m],
      [{ TRACE_PORT: 'abc' }, /^TRACE_PORT must be/m],
      [{ MODELTRACE_DATA_DIR: path.join(other, 'file') }, /^The data directory .* cannot be written/m],
    ] as const) {
      const { child, output } = run(env);
      const [code] = (await once(child, 'close')) as [number];
      expect(code).toBe(1);
      expect(output()).toMatch(message);
      expect(output()).not.toContain('    at ');
    }
    expect(await readdir(other)).toContain('file');
    await removeDir(other);
  });
});
