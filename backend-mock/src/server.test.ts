import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
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
  output: () => string;
}

function run(env: Record<string, string>): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, ['dist/cli.js', 'serve'], {
    cwd: PACKAGE_DIR,
    env: { ...process.env, TRACE_PORT: '0', MODELTRACE_API_KEY: '', MODELTRACE_DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  servers.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text };
}

/** Starts the built server as a person would and waits until it listens. */
async function start(env: Record<string, string> = {}): Promise<Started> {
  const { child, output } = run(env);
  for (;;) {
    const url = /listening on (http:\S+?)"/.exec(output())?.[1];
    const pid = /"pid":(\d+),"msg":"engine ready"/.exec(output())?.[1];
    if (url !== undefined && pid !== undefined) return { process: child, url, enginePid: Number(pid), output };
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
        const before = acknowledged.length;
        while (acknowledged.length < before + 100) await delay(10);
        await delay(round * 170);
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

  it('told to stop while traces arrive keeps every trace it acknowledged and ends with code 0', async () => {
    const server = await start();
    const acknowledged: string[] = [];
    const writers = [0, 1, 2, 3].map(async (writer) => {
      for (let batch = 0; ; batch++) {
        const traces = Array.from({ length: 20 }, (_, i) => aTrace({ request_id: `stop-${writer}-${batch}-${i}` }));
        if ((await post(server.url, traces)) !== 201) return;
        acknowledged.push(...traces.map((trace) => trace.request_id));
      }
    });
    while (acknowledged.length < 200) await delay(10);
    server.process.kill('SIGTERM');
    const [code] = (await once(server.process, 'close')) as [number];
    await Promise.all(writers);
    expect(code).toBe(0);
    expect(await isAlive(server.enginePid)).toBe(false);
    const { url } = await start();
    const answer = await fetch(`${url}/api/v1/metrics`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        from: '2026-11-20T00:00:00Z',
        to: '2026-11-21T00:00:00Z',
        q: 'stop-',
        measures: ['requests'],
      }),
    });
    const { data } = (await answer.json()) as { data: { requests: number[] } };
    expect(data.requests[0]).toBeGreaterThanOrEqual(acknowledged.length);
  });

  it('told to stop says first that it is not ready and still answers, for load balancers to notice', async () => {
    const server = await start({ MODELTRACE_SHUTDOWN_DELAY_SECONDS: '2' });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    server.process.kill('SIGTERM');
    while ((await fetch(`${server.url}/readyz`)).status === 200) await delay(10);
    const readiness = await fetch(`${server.url}/readyz`);
    expect(await readiness.json()).toEqual({ status: 'not_ready', reasons: ['shutting_down'] });
    expect(await post(server.url, [aTrace({ request_id: 'late' })])).toBe(201);
    expect((await once(server.process, 'close'))[0]).toBe(0);
  });

  it('Ctrl-C during the first load of demo data stops it at once', async () => {
    const other = await temporaryDir();
    const { child, output } = run({ MODELTRACE_DATA_DIR: other, MODELTRACE_DEMO: '1' });
    while (!output().includes('demo')) await delay(5);
    const pid = Number(/"pid":(\d+),"msg":"engine ready"/.exec(output())?.[1]);
    child.kill('SIGINT');
    expect((await once(child, 'close'))[0]).toBe(0);
    expect(output()).not.toMatch(/demo data is up to date|listening on/);
    while (await isAlive(pid)) await delay(10);
    await removeDir(other);
  });

  it('stops at once while it waits for a ClickHouse server that does not answer', async () => {
    // Takes connections and never answers.
    const silent = createServer();
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    for (const url of [`http://127.0.0.1:${port}`, 'http://127.0.0.1:9']) {
      const { child, output } = run({ CLICKHOUSE_URL: url });
      const called = once(silent, 'connection').then(() => true);
      const isCalled = () => Promise.race([called, delay(10, false)]);
      while (!(await isCalled()) && !output().includes('ClickHouse does not answer')) continue;
      child.kill('SIGINT');
      expect((await once(child, 'close'))[0], output()).toBe(0);
    }
    silent.close();
  });

  it('without any key listens on this machine only and says how to change that', async () => {
    const server = await start({ TRACE_HOST: '0.0.0.0', MODELTRACE_LOGLEVEL: 'info' });
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(server.output()).toContain('there is no API key, so the server listens on this machine only');
    expect(server.output()).toContain('Did you mean MODELTRACE_LOG_LEVEL?');
    const { port } = new URL(server.url);
    for (const face of Object.values(networkInterfaces()).flat()) {
      if (face?.family !== 'IPv4' || face.internal) continue;
      await expect(fetch(`http://${face.address}:${port}/livez`)).rejects.toThrow();
    }
  });

  it.each([
    ['MODELTRACE_API_KEY', 'a-key-of-some-kind', 401],
    ['MODELTRACE_ALLOW_ANONYMOUS', '1', 200],
  ])('listens where it is told with %s', async (name, value, status) => {
    const server = await start({ TRACE_HOST: '0.0.0.0', [name]: value });
    const { port } = new URL(server.url);
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/models`)).status).toBe(status);
    expect(server.output()).not.toContain('this machine only');
  });

  it('that cannot start says in one clear sentence why, and leaves nothing running', async () => {
    const first = await start();
    const { port } = new URL(first.url);
    const other = await temporaryDir();
    await writeFile(path.join(other, 'file'), '');
    for (const [env, message] of [
      [{ TRACE_PORT: port, MODELTRACE_DATA_DIR: other }, /^The port is in use\..*TRACE_PORT/m],
      [{ TRACE_PORT: 'abc' }, /^TRACE_PORT must be/m],
      [
        { MODELTRACE_DATA_DIR: path.join(other, 'file') },
        /^The data directory .* cannot be written.*MODELTRACE_DATA_DIR/m,
      ],
      [{ MODELTRACE_DATA_DIR: path.join(other, 'file', 'in it') }, /^The data directory .*MODELTRACE_DATA_DIR/m],
    ] as const) {
      const { child, output } = run(env);
      const [code] = (await once(child, 'close')) as [number];
      expect(code).toBe(1);
      expect(output()).toMatch(message);
      expect(output()).not.toContain('    at ');
    }
    expect(await readdir(other), 'no engine was started for a port that is taken').toEqual(['file']);
    await removeDir(other);
  });
});
