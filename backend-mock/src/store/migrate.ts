import { type ClickHouseClient, ClickHouseError } from '@clickhouse/client';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { EngineStartError } from '../engine/engineFailure.js';
import { clusterStatements } from './cluster/clusterDdl.js';
import { isReplicasAway } from './engineError.js';

const REPLICA_TRIES = 120;
const REPLICA_WAIT_MS = 250;

// ClickHouse's error codes by number, see ErrorCodes.cpp of ClickHouse: CANNOT_ASSIGN_ALTER (another replica was faster),
// DEADLOCK_AVOIDED (a lock of the table was not had in time).
const TABLE_BUSY = new Set(['517', '473']);
const ALTER_TRIES = 120;
const ALTER_WAIT_MS = 250;

const MIGRATIONS_DIR = fileURLToPath(new URL('./migrations/', import.meta.url));

/** The statements of a migration file: each ends with a semicolon at the end of a line. Comment lines are left out. */
export function statementsOf(sql: string): string[] {
  return sql
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('--'))
    .join('\n')
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

/**
 * Brings the database's tables up to date: runs the files of `migrations/` that it has not seen, in order of their
 * names. Statements say IF NOT EXISTS, so a migration that was cut off halfway, or that other servers run at the same
 * time, is run again as a whole. Whoever runs one runs all later ones too, so the last to finish leaves the newest tables.
 * @param cluster Whose servers all get the tables; undefined for a single server.
 * @throws EngineStartError when the database was made by a newer version: its tables may mean what this one does not know.
 */
export async function migrate(
  client: ClickHouseClient,
  cluster?: string,
  onMigration?: (name: string) => void,
): Promise<void> {
  const run = async (statement: string) => {
    const statements = cluster === undefined ? [statement] : clusterStatements(statement, cluster);
    for (const query of statements) await runBesideOthers(client, query);
  };
  await run(`CREATE TABLE IF NOT EXISTS schema_migrations (name String, applied_time DateTime64(6, 'UTC') DEFAULT now64(6))
ENGINE = MergeTree ORDER BY name`);
  const answer = await client.query({ query: 'SELECT name FROM schema_migrations', format: 'JSONEachRow' });
  const applied = new Set((await answer.json<{ name: string }>()).map((row) => row.name));
  const files = (await readdir(MIGRATIONS_DIR)).filter((name) => name.endsWith('.sql')).sort();
  refuseNewer([...applied].filter((name) => !files.includes(name)));
  for (const name of files.filter((file) => !applied.has(file))) {
    onMigration?.(name);
    const sql = await readFile(`${MIGRATIONS_DIR}${name}`, 'utf8');
    for (const statement of statementsOf(sql)) await run(statement);
    await note(client, name);
  }
}

function refuseNewer(unknown: readonly string[]): void {
  const [name] = [...unknown].sort();
  if (name === undefined) return;
  throw new EngineStartError(
    'newer-store',
    `The database was made by a newer version of the trace server (${name}). Run that version, or use another database.`,
  );
}

/** Runs a statement of a migration; waits while another server changes the same table. */
async function runBesideOthers(client: ClickHouseClient, query: string): Promise<void> {
  for (let left = ALTER_TRIES; ; left -= 1) {
    try {
      await client.command({ query });
      return;
    } catch (error) {
      const isBusy = error instanceof ClickHouseError && TABLE_BUSY.has(error.code);
      if (left === 0 || !isBusy) throw error;
      await delay(ALTER_WAIT_MS);
    }
  }
}

/** Notes a migration as applied. A replicated table that was just made takes rows only after a moment. */
async function note(client: ClickHouseClient, name: string): Promise<void> {
  for (let left = REPLICA_TRIES; ; left -= 1) {
    try {
      await client.insert({
        table: 'schema_migrations',
        values: [{ name }],
        columns: ['name'],
        format: 'JSONEachRow',
      });
      return;
    } catch (error) {
      if (left === 0 || !isReplicasAway(error)) throw error;
      await delay(REPLICA_WAIT_MS);
    }
  }
}
