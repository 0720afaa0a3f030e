import { availableParallelism, totalmem } from 'node:os';
import { ConfigError, readConfig } from '../config.js';
import type { DemoRequest } from '../demo/demoPlan.js';
import { type DemoProgress, fillDemo } from '../demo/fillDemo.js';
import { removeDemo } from '../demo/removeDemo.js';
import { storyTimes } from '../demo/storyTimes.js';
import { endOfDemo } from '../demo/unfinishedDemo.js';
import { EngineStartError } from '../engine/engineFailure.js';
import { CodedError } from '../errors.js';
import { createLog } from '../logging.js';
import { createStore } from '../server.js';
import type { Store } from '../store/store.js';
import { type DemoArguments, readDemoOptions } from './demoOptions.js';
import { counted, progressText, spanText } from './demoProgress.js';

const USAGE =
  'Usage: modeltrace demo [--traces 200000] [--seed 1] [--days 30] [--until 2026-11-20T12:00:00Z]\n       modeltrace demo --remove';
/** Blocks at once: one for a core, while there is memory for them; a block needs up to a gigabyte of the engine's half. */
function blocksAtOnce(): number {
  const GIGABYTE = 1e9;
  return Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 3 / GIGABYTE), 8));
}

/** Between two lines of progress where there is no terminal to write over. */
const LINE_EVERY_MS = 5000;
/** What shells say of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

function write(text: string): void {
  process.stderr.write(text);
}

/** Writes progress: over the last one on a terminal, otherwise a line now and then. */
function progressWriter(): (progress: DemoProgress) => void {
  const started = performance.now();
  let lastLine = started;
  return (progress) => {
    const now = performance.now();
    const text = progressText(progress, now - started);
    if (process.stderr.isTTY) {
      write(`\r\u001b[K${text}${progress.stored === progress.traces ? '\n' : ''}`);
    } else if (now - lastLine >= LINE_EVERY_MS || progress.stored === progress.traces) {
      lastLine = now;
      write(`${text}\n`);
    }
  };
}

/** Aborts at the first Ctrl-C; a second one ends the process, which loses no whole block either. */
function stopOnInterrupt(): AbortController {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      write('\nFinishing the blocks that are under way …\n');
      stop.abort();
    });
  }
  return stop;
}

function storyLines(request: DemoRequest): string {
  const from = new Date(request.until.getTime() - request.days * 86_400_000);
  const minute = (time: Date) => `${time.toISOString().slice(0, 16)}Z`;
  const lines = storyTimes(from, request.until).flatMap(({ story, where, times }) => {
    const last = times.at(-1);
    return last
      ? [`  ${story} (${where}): ${counted(times.length, 'time')}, last ${minute(last.from)} to ${minute(last.to)}`]
      : [];
  });
  return lines.length === 0 ? '' : `Stories in it:\n${lines.join('\n')}\n`;
}

async function fill(store: Store, asked: DemoArguments): Promise<number> {
  const request = { ...asked, until: asked.until ?? (await endOfDemo(store, asked, new Date())) };
  const until = request.until.toISOString();
  write(`Adding demo data up to ${until} to ${store.place}.\n`);
  const stop = stopOnInterrupt();
  const started = performance.now();
  const { stored, before, traces } = await fillDemo(store, request, {
    parallel: blocksAtOnce(),
    signal: stop.signal,
    onProgress: progressWriter(),
  });
  if (stored < traces) {
    const again = `modeltrace demo --traces ${traces} --seed ${request.seed} --days ${request.days} --until ${until}`;
    write(`Stopped with ${stored} of ${traces} traces stored. To go on: ${again}\n`);
    return INTERRUPTED;
  }
  const took = spanText((performance.now() - started) / 1000);
  const done = before === traces ? 'All of it was there already.' : `${stored - before} traces stored in ${took}.`;
  write(`${done}\n${storyLines(request)}`);
  return 0;
}

async function remove(store: Store): Promise<number> {
  const { traces, replicaChanges } = await removeDemo(store);
  write(
    `Removed ${counted(traces, 'demo trace')} and ${counted(replicaChanges, 'replica change')} from ${store.place}.\n`,
  );
  return 0;
}

/**
 * `modeltrace demo`: fills the store that the server's settings name with demo data. The same options give the same
 * traces; a demo that was stopped goes on when the command is given again. `--remove` takes
 * all demo data out again.
 *
 * @returns Exit code: 0 when all of it is stored, 130 when it was stopped, 1 when the store cannot be used, 2 for
 *   arguments that cannot be understood.
 */
export async function demo(args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const asked = readDemoOptions(args);
  if (asked !== 'remove' && 'refused' in asked) {
    write(`${asked.refused}\n${USAGE}\n`);
    return 2;
  }
  let store: Store | undefined;
  try {
    const config = readConfig(process.env);
    store = createStore(config, createLog('warn'));
    await store.open();
    return await (asked === 'remove' ? remove(store) : fill(store, asked));
  } catch (error) {
    if (error instanceof ConfigError || error instanceof EngineStartError || error instanceof CodedError) {
      write(`${error.message}\n`);
      return 1;
    }
    throw error;
  } finally {
    await store?.close();
  }
}
