import { spawn } from 'node:child_process';
import { AlreadySaid, PlainError, say } from './say.mjs';

const STOP_GRACE_MS = 15_000;

/** Long-running processes that are stopped together, last started first. */
export class Services {
  #running = [];
  #stopping;

  /**
   * Starts a process. Its output lines go through `onLine(line)`; the default prints them with the name in front.
   * When it ends by itself, `onExit(code)` is called.
   */
  start(name, command, args, { cwd, env, onLine = (line) => say(`[${name}] ${readable(line)}`), onExit } = {}) {
    // A group of its own, so that Ctrl-C reaches only this script, which then stops everything in order.
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    const ended = new Promise((resolve) => {
      child.on('error', () => resolve(1));
      child.on('close', (code) => resolve(code ?? 1));
    });
    for (const stream of [child.stdout, child.stderr]) eachLine(stream, onLine);
    const service = { name, child, ended };
    this.#running.push(service);
    void ended.then((code) => {
      if (!this.#stopping) onExit?.(code);
    });
    return service;
  }

  /** Asks every process to end (SIGTERM), last started first, and kills what does not. */
  stop() {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll() {
    for (const { child, ended } of this.#running.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGTERM');
      const killer = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
      await ended;
      clearTimeout(killer);
    }
  }
}

/**
 * Waits until `probe()` resolves to true.
 * @throws AlreadySaid or PlainError when the service ends first
 */
export async function waitUntil(service, probe) {
  let over = false;
  const ended = service.ended.then((code) => {
    over = true;
    if (code === 0) throw new PlainError(`${service.name} ended before it was ready.`);
    throw new AlreadySaid();
  });
  const ready = (async () => {
    while (!over && !(await probe())) await new Promise((resolve) => setTimeout(resolve, 150));
  })();
  await Promise.race([ready, ended]);
  ended.catch(() => undefined);
}

function eachLine(stream, onLine) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach((line) => onLine(line));
  });
  stream.on('end', () => {
    if (rest) onLine(rest);
  });
}

/** The message of a structured log line; any other line as it is. */
function readable(line) {
  if (!line.startsWith('{')) return line;
  try {
    const { msg, ...rest } = JSON.parse(line);
    for (const key of ['level', 'time', 'pid', 'hostname']) delete rest[key];
    const details = Object.entries(rest).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
    return [msg ?? line, ...details].join(' ');
  } catch {
    return line;
  }
}
