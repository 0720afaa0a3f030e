import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { performance } from 'node:perf_hooks';
import { cli } from './dist.mjs';

export const DAYS = 90;
export const SEED = 7;
/** The last trace of the data set is just before. */
export const UNTIL = '2026-11-20T00:00:00Z';

const QUIET_MS = 3000;

/** A time so many days before the end of the data set. */
export function daysBefore(days) {
  return new Date(Date.parse(UNTIL) - days * 86_400_000).toISOString();
}

/**
 * The data directory with so many demo traces; made once and kept in `dir`. A load that was cut off goes on.
 * @returns The directory and, when it was made now, the traces per second.
 */
export async function dataSet(rows, dir) {
  const dataDir = join(dir, `demo-${rows}-${SEED}-${DAYS}`);
  const done = join(dataDir, 'complete');
  if (existsSync(done)) return { dataDir };
  mkdirSync(dataDir, { recursive: true });
  const started = performance.now();
  const args = ['demo', '--traces', rows, '--seed', SEED, '--days', DAYS, '--until', UNTIL].map(String);
  const child = spawn(process.execPath, [cli, ...args], {
    stdio: 'inherit',
    env: { ...process.env, MODELTRACE_DATA_DIR: dataDir, CLICKHOUSE_URL: '' },
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`Loading the data set ended with ${code}.`);
  const rowsPerSecond = Math.round((rows / (performance.now() - started)) * 1000);
  writeFileSync(done, `${new Date().toISOString()}\n`);
  return { dataDir, rowsPerSecond };
}

/** Resolves when the engine has merged what it wants to merge for now: merging takes the processors from what is measured. */
export async function merged(server) {
  for (let quietSince = Date.now(); Date.now() - quietSince < QUIET_MS;) {
    const answer = await server.engine.query({
      query: 'SELECT count() AS merges FROM system.merges',
      format: 'JSONEachRow',
    });
    const [row] = await answer.json();
    if (Number(row?.merges) > 0) quietSince = Date.now();
    await delay(250);
  }
}
