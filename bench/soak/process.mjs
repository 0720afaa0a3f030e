import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { cli } from '../server/dist.mjs';

/** The trace server as people run it, on a port that stays the same when it is started again. */
export function soakServer(dataDir, port) {
  const url = `http://127.0.0.1:${port}`;
  let child;
  let enginePid;

  const start = async () => {
    child = spawn(process.execPath, [cli, 'serve'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        TRACE_PORT: String(port),
        MODELTRACE_DATA_DIR: dataDir,
        CLICKHOUSE_URL: '',
        MODELTRACE_LOG_LEVEL: 'info',
      },
    });
    child.on('exit', (code) => {
      if (code !== null && code !== 0) process.stderr.write(`The server ended by itself with ${code}.\n`);
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return;
      const entry = JSON.parse(line);
      // The log's own `pid` is the server's; the engine's comes after it under the same name.
      if (entry.msg === 'engine ready') enginePid = Number(/"pid":(\d+)(?!.*"pid":)/.exec(line)?.[1]);
    });
    await ready();
  };

  const ready = async () => {
    const deadline = Date.now() + 120_000;
    for (;;) {
      const answer = await fetch(`${url}/healthz`).catch(() => undefined);
      if (answer?.status === 200) return;
      if (child.exitCode !== null) throw new Error('The server ended while it started.');
      if (Date.now() > deadline) throw new Error('The server is not ready after two minutes.');
      await delay(50);
    }
  };

  const ended = () =>
    new Promise((resolve) =>
      child.exitCode !== null || child.signalCode !== null ? resolve() : child.once('exit', resolve),
    );

  return {
    url,
    start,
    ready,
    /** Ends with SIGKILL: the engine, the server (its engine ends with it) or both. */
    kill: async (what) => {
      if (what !== 'server' && enginePid !== undefined) {
        try {
          process.kill(enginePid, 'SIGKILL');
        } catch {
          // It is starting anew at this moment.
        }
      }
      if (what === 'engine') return;
      child.kill('SIGKILL');
      await ended();
      await start();
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended();
    },
  };
}
