import { TraceServerError } from '@modeltrace/client';
import { parseArgs } from 'node:util';
import { importFile } from '../import/importFile.js';
import { serverPatience } from '../import/serverPatience.js';
import { summaryText } from '../import/summary.js';
import { explain } from './explain.js';
import { serverClient } from './serverClient.js';
import { TERMINAL } from './terminal.js';

const USAGE = 'Usage: modeltrace import FILE [--url http://127.0.0.1:4318] [--json]';

interface ImportOptions {
  file: string;
  /** By default the server that the settings name. */
  url: URL | undefined;
  json: boolean;
}

function readOptions(args: readonly string[]): ImportOptions | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { url: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return undefined;
    return { file, url: values.url === undefined ? undefined : new URL(values.url), json: values.json };
  } catch {
    return undefined;
  }
}

function failureSentence(error: unknown, file: string): string {
  if (error instanceof TraceServerError) {
    if (error.status === undefined) return error.message;
    return `The trace server refused the import (HTTP ${error.status}): ${error.message}`;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') {
    return `There is no file ${file}.`;
  }
  if (code === 'EISDIR' || code === 'EACCES') {
    return `The file ${file} cannot be read (${code}).`;
  }
  return explain(error);
}

/**
 * `modeltrace import FILE`: stores the recorded calls or exported traces of a JSON Lines file. MODELTRACE_API_KEY is sent to servers that ask
 * for a key.
 *
 * @returns Exit code: 0 when calls were stored (now or before), 1 when none could be or the server was away, 2 for
 *   arguments that cannot be understood.
 */
export async function importCommand(
  args: readonly string[],
  output = TERMINAL,
  env: Record<string, string | undefined> = process.env,
): Promise<number> {
  const options = readOptions(args);
  if (options === undefined) {
    output.err(USAGE);
    return 2;
  }
  try {
    const client = serverClient(options.url, env);
    const summary = await importFile(options.file, client, serverPatience(client.baseUrl, output.err));
    output.out(options.json ? JSON.stringify(summary) : summaryText(summary));
    if (summary.imported + summary.duplicates === 0) {
      output.err(`Nothing in ${options.file} could be imported.`);
      return 1;
    }
    return 0;
  } catch (error) {
    output.err(failureSentence(error, options.file));
    return 1;
  }
}
