import type { ClickHouseClient } from '@clickhouse/client';
import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Log } from '../logging.js';
import { prepareDataDir } from './dataDir.js';
import { type Engine, engineUnavailable } from './engine.js';
import { createEngineClient, type EngineAddress } from './engineClient.js';
import { ENGINE_USER, writeEngineFiles } from './engineConfig.js';
import { engineFailure, type EngineStartError, isPortTaken } from './engineFailure.js';

const ENGINE_PROCESS = fileURLToPath(new URL('./engineProcess.mjs', import.meta.url));
const POLL_MS = 25;
const FIRST_BACKOFF_MS = 100;
const LONGEST_BACKOFF_MS = 10_000;
/** An engine that ran this long before it died is restarted without the accumulated back-off. */
const HEALTHY_MS = 30_000;

interface RunningEngine {
  process: ChildProcess;
  address: EngineAddress;
  client: ClickHouseClient;
  readySince: number;
  /** Resolves with what the process printed when it has ended. */
  ended: Promise<string>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}

/** Runs ClickHouse from npm as a child process, restarts it when it dies and ends it with this process. */
export class EmbeddedEngine implements Engine {
  readonly kind = 'embedded';
  readonly place: string;
  readonly #dataDir: string;
  readonly #log: Log;
  #running: RunningEngine | undefined;
  #stopping = new AbortController();
  #restarts = 0;

  constructor(dataDir: string, log: Log) {
    this.#dataDir = dataDir;
    this.place = `the embedded engine in ${dataDir}`;
    this.#log = log;
  }

  get restarts(): number {
    return this.#restarts;
  }

  /** Process id of the engine while it runs; for tests that end it. */
  get pid(): number | undefined {
    return this.#running?.process.pid;
  }

  /** Where the engine answers while it runs: any program that speaks ClickHouse's HTTP protocol can ask it. */
  get address(): EngineAddress | undefined {
    return this.#running?.address;
  }

  /** @throws EngineStartError when the engine cannot run here. */
  async start(): Promise<void> {
    await prepareDataDir(this.#dataDir);
    const result = await this.#launch();
    if ('reason' in result) throw result;
  }

  client(): ClickHouseClient {
    if (!this.#running) throw engineUnavailable();
    return this.#running.client;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    const running = this.#running;
    this.#running = undefined;
    if (!running) return;
    running.process.kill('SIGTERM');
    const giveUp = setTimeout(() => running.process.kill('SIGKILL'), 5000);
    await running.ended;
    clearTimeout(giveUp);
    await running.client.close();
    this.#log.info('engine stopped');
  }

  /** Starts one process and waits until it answers; an engine that ends first is the answer otherwise. */
  async #launch(): Promise<RunningEngine | EngineStartError> {
    const files = await writeEngineFiles(this.#dataDir);
    const port = await freePort();
    const child = spawn(process.execPath, [ENGINE_PROCESS, files.engineDir, String(port), files.configFile], {
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    const ended = outputUntilEnd(child);
    const address = { url: `http://127.0.0.1:${port}`, username: ENGINE_USER, password: files.password };
    const client = createEngineClient(address);
    const output = await Promise.race([ended, answers(client, child)]);
    await rm(files.configDir, { recursive: true, force: true });
    if (output !== undefined) {
      await client.close();
      return isPortTaken(output) ? this.#launch() : engineFailure(output, this.#dataDir);
    }
    const running = { process: child, address, client, ended, readySince: Date.now() };
    this.#running = running;
    this.#log.info({ pid: child.pid }, 'engine ready');
    void ended.then(() => this.#restart(running));
    return running;
  }

  async #restart(dead: RunningEngine): Promise<void> {
    if (this.#running === dead) this.#running = undefined;
    if (this.#stopping.signal.aborted) return;
    await dead.client.close();
    let backoff = Date.now() - dead.readySince > HEALTHY_MS ? 0 : FIRST_BACKOFF_MS;
    for (;;) {
      this.#log.warn({ backoffMs: backoff }, 'engine ended, restarting');
      await delay(backoff, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      if (this.#isStopping()) return;
      const result = await this.#launch().catch((error: unknown) => error as Error);
      if (!(result instanceof Error)) {
        this.#restarts += 1;
        if (this.#isStopping()) result.process.kill('SIGKILL');
        return;
      }
      this.#log.error({ reason: result.message }, 'engine did not start');
      backoff = Math.min(LONGEST_BACKOFF_MS, Math.max(FIRST_BACKOFF_MS, backoff * 2));
    }
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }
}

function outputUntilEnd(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let output = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      if (output.length < 10_000) output += chunk.toString();
      // Its log is off, so this is the end of its last statement. The process may hang or crash on its way out.
      if (output.includes('DB::Exception')) child.kill('SIGKILL');
    });
    child.stdin?.on('error', () => undefined);
    child.once('error', () => {
      resolve(output);
    });
    child.once('close', () => {
      resolve(output);
    });
  });
}

/** Undefined once the engine answers. Never resolves when its process ends before. */
async function answers(client: ClickHouseClient, child: ChildProcess): Promise<undefined> {
  while (child.exitCode === null && child.signalCode === null) {
    const ping = await client.ping({ select: true });
    if (ping.success) return undefined;
    await delay(POLL_MS);
  }
  return new Promise(() => undefined);
}
