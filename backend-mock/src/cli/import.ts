import { createClient, TraceServerError } from '@modeltrace/client';
import { parseArgs } from 'node:util';
import { importFile } from '../import/importFile.js';
import { summaryText } from '../import/summary.js';
import { TERMINAL } from './terminal.js';

const DEFAULT_SERVER = 'http://127.0.0.1:4318';
const USAGE = 'Usage: modeltrace import FILE [--url http://127.0.0.1:4318] [--json]';

interface ImportOptions {
  file: string;
  server: URL;
  json: boolean;
}

function readOptions(args: readonly string[]): ImportOptions | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { url: { type: 'string', default: DEFAULT_SERVER }, json: { type: 'boolean', default: false } },
    });
    const [file, ...more] = positionals;
    return file === undefined || more.length > 0 ? undefined : { file, server: new URL(values.url), json: values.json };
  } catch {
    return undefined;
  }
}

function failureSentence(error: unknown, { file, server }: ImportOptions): string {
  if (error instanceof TraceServerError) {
    if (error.status === undefined) return error.message;
    return `The trace server at ${server.origin} refused the import (HTTP ${error.status}): ${error.message}`;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') {
    return `There is no file ${file}.`;
  }
  if (code === 'EISDIR' || code === 'EACCES') {
    return `The file ${file} cannot be read (${code}).`;
  }
  throw error;
}

/**
 * `modeltrace import FILE`: stores the calls of a JSON Lines recording. MODELTRACE_API_KEY is sent to servers that ask
 * for a key.
 *
 * @returns Exit code: 0 when calls were stored (now or before), 1 when none could be or the server was away, 2 for
 *   arguments that cannot be understood.
 */
export async function importCommand(args: readonly string[], output = TERMINAL): Promise<number> {
  const options = readOptions(args);
  if (options === undefined) {
    output.err(USAGE);
    return 2;
  }
  try {
    const client = createClient({ baseUrl: options.server, apiKey: process.env['MODELTRACE_API_KEY'] });
    const summary = await importFile(options.file, client);
    output.out(options.json ? JSON.stringify(summary) : summaryText(summary));
    if (summary.imported + summary.duplicates === 0) {
      output.err(`Nothing in ${options.file} could be imported.`);
      return 1;
    }
    return 0;
  } catch (error) {
    output.err(failureSentence(error, options));
    return 1;
  }
}
