import { quoted } from '../../engine/identifier.js';

/**
 * The tables of a cluster. Each table of the migrations becomes two: `<table>_local`, replicated, which holds a shard's
 * rows, and `<table>`, distributed, which all queries and inserts name. See docs/operations.md.
 */

/** A request's rows lie on one shard by its id, which is what duplicates are recognised by; others by their first key. */
const SHARD_KEYS: Readonly<Record<string, string>> = { traces: 'request_id' };

const IDENTIFIER = '([a-z][a-z0-9_]*)';
const CREATE_TABLE = new RegExp(`^CREATE TABLE IF NOT EXISTS ${IDENTIFIER}\\b`);
const ALTER_TABLE = new RegExp(`^ALTER TABLE ${IDENTIFIER}\\s+`);
const ENGINE = /\bENGINE = ((?:Replacing|Summing|Aggregating)?MergeTree)(?:\(([^)]*)\))?/;
const ORDER_BY_FIRST = /\bORDER BY \(?\s*([a-z_]+)/;

/** The replicated table behind a distributed one. */
export function localTable(table: string): string {
  return `${table}_local`;
}

function onCluster(cluster: string): string {
  return `ON CLUSTER ${quoted(cluster)}`;
}

function createStatements(statement: string, table: string, cluster: string): string[] {
  const key = SHARD_KEYS[table] ?? ORDER_BY_FIRST.exec(statement)?.[1];
  if (key === undefined || !ENGINE.test(statement)) throw new Error(`Table ${table} cannot be put on a cluster.`);
  const local = statement
    .replace(CREATE_TABLE, `CREATE TABLE IF NOT EXISTS ${localTable(table)} ${onCluster(cluster)}`)
    .replace(ENGINE, (_, engine: string, args: string | undefined) => {
      const all = ["'/clickhouse/tables/{uuid}/{shard}'", "'{replica}'", ...(args ? [args] : [])];
      return `ENGINE = Replicated${engine}(${all.join(', ')})`;
    });
  const distributed = `CREATE TABLE IF NOT EXISTS ${table} ${onCluster(cluster)} AS ${localTable(table)}
ENGINE = Distributed(${quoted(cluster)}, currentDatabase(), ${localTable(table)}, cityHash64(${key}))`;
  return [local, distributed];
}

/** Whether the distributed table knows of the change too: it has columns, but neither indexes nor parts. */
function changesColumns(change: string): boolean {
  return /^(ADD|DROP|RENAME|MODIFY) COLUMN\b/.test(change);
}

function alterStatements(statement: string, table: string, cluster: string): string[] {
  const change = statement.replace(ALTER_TABLE, '');
  const of = (name: string) => `ALTER TABLE ${name} ${onCluster(cluster)} ${change}`;
  return [of(localTable(table)), ...(changesColumns(change) ? [of(table)] : [])];
}

/**
 * The statements that do on every server of a cluster what a migration's or a mutation's statement does on one server.
 * Statements about rows, such as INSERT, stay as they are: they name the distributed table.
 * @param statement `CREATE TABLE IF NOT EXISTS …`, `ALTER TABLE …` of one kind of change, or any other.
 */
export function clusterStatements(statement: string, cluster: string): string[] {
  const created = CREATE_TABLE.exec(statement)?.[1];
  if (created !== undefined) return createStatements(statement, created, cluster);
  const altered = ALTER_TABLE.exec(statement)?.[1];
  return altered === undefined ? [statement] : alterStatements(statement, altered, cluster);
}
