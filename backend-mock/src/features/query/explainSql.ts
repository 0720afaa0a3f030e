import type { Query } from '../../store/store.js';
import type { Condition } from '../selection/selectionSql.js';

function selected(condition: Condition, table = 'traces'): Query {
  const columns = [...condition.columns].map((column) => `t.${column}`);
  return {
    sql: `SELECT ${columns.length === 0 ? 'count()' : columns.join(', ')} FROM ${table} AS t WHERE ${condition.sql}`,
    params: condition.params,
  };
}

/** The engine's own estimate of the rows that it would read of a table. */
export function estimateSql(condition: Condition, table: string): string {
  return `EXPLAIN ESTIMATE ${selected(condition, table).sql}`;
}

/** Rows that the engine would read, of its estimates: each has one row per table and projection. */
export function estimatedRowsQuery(estimates: string, condition: Condition): Query {
  return { sql: `SELECT toUInt64(sum(rows)) AS rows FROM ${estimates}`, params: condition.params };
}

/** The engine's plan with the indexes that it uses, as JSON text. */
export function planQuery(condition: Condition): Query {
  const { sql, params } = selected(condition);
  return { sql: `SELECT explain AS plan FROM (EXPLAIN indexes = 1, json = 1 ${sql})`, params };
}

const ACTIVE = "active AND database = currentDatabase() AND table IN ('traces', 'traces_local')";

/**
 * Stored rows, and what they hold in these columns, decompressed. Of small parts, which the engine keeps in one file, only
 * the size of all columns together is known.
 * @param parts The engine's table of parts, of all shards; `partsColumns` that of their columns.
 */
export function storedQuery(columns: readonly string[], parts: string, partsColumns: string): Query {
  return {
    sql: `SELECT
  (SELECT sum(rows) FROM ${parts} WHERE ${ACTIVE}) AS stored_rows,
  (SELECT sum(column_data_uncompressed_bytes) FROM ${partsColumns}
    WHERE ${ACTIVE} AND part_type = 'Wide' AND column IN {columns:Array(String)})
  + (SELECT sum(data_uncompressed_bytes) FROM ${parts} WHERE ${ACTIVE} AND part_type != 'Wide') AS bytes`,
    params: { columns },
  };
}
