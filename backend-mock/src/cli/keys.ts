import { TraceServerError } from '@modeltrace/client';
import { EngineStartError } from '../engine/engineFailure.js';
import type { KeyDetails } from '../features/keys/keyRows.js';
import { explain } from './explain.js';
import { type KeyAccess, openKeys } from './keyAccess.js';
import { type KeysCommand, readKeysCommand, UsageError } from './keyArguments.js';
import { type CommandOutput, TERMINAL } from './terminal.js';

const COLUMNS: [title: string, of: (key: KeyDetails) => string][] = [
  ['ID', (key) => key.key_id],
  ['NAME', (key) => key.name],
  ['SCOPES', (key) => key.scopes.join(',')],
  ['STATE', (key) => key.state],
  ['REQUESTS/MIN', (key) => String(key.requests_per_minute ?? '-')],
  ['TRACES/MIN', (key) => String(key.traces_per_minute ?? '-')],
  ['CREATED', (key) => key.created_time],
  ['EXPIRES', (key) => key.expires_time ?? '-'],
  ['LAST USED', (key) => key.last_used_time ?? '-'],
];

function tableOf(keys: readonly KeyDetails[]): string[] {
  const rows = [COLUMNS.map(([title]) => title), ...keys.map((key) => COLUMNS.map(([, of]) => of(key)))];
  const widths = COLUMNS.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

async function create(keys: KeyAccess, command: KeysCommand & { action: 'create' }, output: CommandOutput) {
  const before = await keys.list();
  const answer = await keys.create(command.request);
  output.out(command.json ? JSON.stringify(answer) : answer.key);
  output.err(`Key ${answer.details.key_id} is in ${keys.place}. It is shown this once; only its hash is stored.`);
  if (before.length === 0) output.err('From the first key on, every call needs a key.');
  const isAdminLeft = [...before, answer.details].some((key) => key.state === 'active' && key.scopes.includes('admin'));
  if (!isAdminLeft) {
    output.err(
      'No key has the scope admin. To make more, stop the server first, or start it with MODELTRACE_API_KEY set.',
    );
  }
}

async function runCommand(keys: KeyAccess, command: KeysCommand, output: CommandOutput): Promise<void> {
  if (command.action === 'create') return create(keys, command, output);
  if (command.action === 'list') {
    const all = await keys.list();
    if (command.json) output.out(JSON.stringify({ keys: all }));
    else for (const line of tableOf(all)) output.out(line);
    return;
  }
  const revoked = await keys.revoke(command.keyId);
  output.out(command.json ? JSON.stringify(revoked) : `Key ${revoked.key_id} (${revoked.name}) is revoked.`);
}

function sentenceOf(error: unknown): string {
  if (error instanceof EngineStartError && error.reason === 'locked') {
    return `${error.message} Or say with --url where that server answers.`;
  }
  if (!(error instanceof TraceServerError)) return explain(error);
  return error.code === 'UNAUTHENTICATED' || error.code === 'FORBIDDEN'
    ? `${error.message} Set MODELTRACE_API_KEY to a key with the scope admin.`
    : error.message;
}

/**
 * `modeltrace keys create|list|revoke`.
 * @returns Exit code: 0 when it was done, 1 when it could not be, 2 for arguments that cannot be understood.
 */
export async function keysCommand(
  args: readonly string[],
  output: CommandOutput = TERMINAL,
  env: Record<string, string | undefined> = process.env,
): Promise<number> {
  let keys: KeyAccess | undefined;
  try {
    const command = readKeysCommand(args);
    keys = await openKeys(command.url, env);
    await runCommand(keys, command, output);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      output.err(error.message);
      return 2;
    }
    output.err(sentenceOf(error));
    return 1;
  } finally {
    await keys?.close();
  }
}
