import { type ExportDownload, type ExportQuery, type ExportState, TraceServerError } from '@modeltrace/client';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { ConfigError } from '../config.js';
import { explain } from './explain.js';
import { serverClient } from './serverClient.js';
import { type CommandOutput, TERMINAL } from './terminal.js';

const FORMATS = ['csv', 'jsonl', 'parquet', 'finetuning-jsonl'] as const;
const PROGRESS_MS = 1000;

const USAGE = `Usage: modeltrace export --out FILE [--format csv|jsonl|parquet|finetuning-jsonl] [--url http://127.0.0.1:4318]
  [--model NAME]... [--from TIME] [--to TIME] [--query CONDITION] [--columns NAME,NAME]`;

/** What a command needs of a terminal; `progress` writes over the line it wrote before. */
export interface ExportTerminal extends CommandOutput {
  progress: (line: string) => void;
}

const EXPORT_TERMINAL: ExportTerminal = {
  ...TERMINAL,
  progress: (line) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
  },
};

type Environment = Record<string, string | undefined>;

interface ExportArguments {
  out: string;
  /** By default the server that the settings name. */
  url: URL | undefined;
  query: ExportQuery;
}

/** Undefined when the arguments cannot be understood. */
function readArguments(args: readonly string[]): ExportArguments | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        out: { type: 'string' },
        format: { type: 'string', default: 'csv' },
        url: { type: 'string' },
        model: { type: 'string', multiple: true },
        from: { type: 'string' },
        to: { type: 'string' },
        query: { type: 'string' },
        columns: { type: 'string' },
      },
    });
    const format = FORMATS.find((known) => known === values.format);
    if (values.out === undefined || values.out === '' || format === undefined) return undefined;
    const { model, from, to, query } = values;
    const columns = values.columns?.split(',') as ExportQuery['columns'];
    const given = { format, model, from, to, query, columns };
    const known = Object.entries(given).filter(([, value]) => value !== undefined);
    const url = values.url === undefined ? undefined : new URL(values.url);
    return { out: values.out, url, query: Object.fromEntries(known) as unknown as ExportQuery };
  } catch {
    return undefined;
  }
}

function progressText({ rows_written, rows_total, bytes_written }: ExportState): string {
  return `${rows_written} of ${rows_total ?? '?'} traces, ${(bytes_written / 1e6).toFixed(1)} MB`;
}

/** Shows how far the export is, about once a second; the function ends it. A question without an answer is passed over. */
function showProgress(download: ExportDownload, terminal: ExportTerminal): () => void {
  const timer = setInterval(() => {
    download.state().then(
      (state) => {
        terminal.progress(progressText(state));
      },
      () => undefined,
    );
  }, PROGRESS_MS);
  return () => {
    clearInterval(timer);
    terminal.progress('');
  };
}

function failureSentence(error: unknown): string {
  if (error instanceof TraceServerError) {
    return error.status === undefined
      ? error.message
      : `The trace server refused the export (HTTP ${error.status}): ${error.message}`;
  }
  if (error instanceof ConfigError) return explain(error);
  if (error instanceof Error && 'code' in error) return `The file cannot be written (${String(error.code)}).`;
  throw error;
}

/** Writes the file under another name until it is whole, so that there is never half a file under its own. */
async function exportTo(
  { out, url, query }: ExportArguments,
  terminal: ExportTerminal,
  signal: AbortSignal,
  env: Environment,
) {
  const client = serverClient(url, env);
  const download = await client.exportTraces(query, { signal, sha256: () => createHash('sha256') });
  const hideProgress = showProgress(download, terminal);
  const part = `${out}.part`;
  try {
    await pipeline(Readable.fromWeb(download.body as never), createWriteStream(part), { signal });
    await rename(part, out);
    return await download.state();
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    hideProgress();
  }
}

/**
 * `modeltrace export --out FILE`: everything that matches as one file, which is there only when it is whole.
 * MODELTRACE_API_KEY is sent to servers that ask for a key.
 *
 * @param stop Cancels the export; by default Ctrl-C does.
 * @returns Exit code: 0 when the file is whole, 1 when there is none, 2 for arguments that cannot be understood, 130 when
 *   it was cancelled.
 */
export async function exportCommand(
  args: readonly string[],
  terminal: ExportTerminal = EXPORT_TERMINAL,
  stop: AbortController = new AbortController(),
  env: Environment = process.env,
): Promise<number> {
  const options = readArguments(args);
  if (options === undefined) {
    terminal.err(USAGE);
    return 2;
  }
  const cancel = () => {
    stop.abort();
  };
  process.once('SIGINT', cancel);
  process.once('SIGTERM', cancel);
  try {
    const { rows_written, rows_skipped, bytes_written } = await exportTo(options, terminal, stop.signal, env);
    const skipped = rows_skipped > 0 ? `, ${rows_skipped} traces have no place in this format` : '';
    terminal.out(
      `Exported ${rows_written} traces to ${options.out} (${(bytes_written / 1e6).toFixed(1)} MB, checked by SHA-256)${skipped}.`,
    );
    return 0;
  } catch (error) {
    if (stop.signal.aborted) {
      terminal.err('Cancelled. No file was written.');
      return 130;
    }
    terminal.err(`${failureSentence(error)} No file was written.`);
    return 1;
  } finally {
    process.off('SIGINT', cancel);
    process.off('SIGTERM', cancel);
  }
}
