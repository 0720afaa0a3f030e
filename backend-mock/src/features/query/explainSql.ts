import type { Query } from '../../store/store.js';
import type { Condition } from '../selection/selectionSql.js';

function selected(condition: Condition): Query {
  const columns = [...condition.columns].map((column) => `t.${column}`);
  return {
    sql: `SELECT ${columns.length === 0 ? 'count()' : columns.join(', ')} FROM traces AS t WHERE ${condition.sql}`,
    params: condition.params,
  };
}

/** Rows that the engine would read, by its own estimate: one row per table and projection. */
export function estimateQuery(condition: Condition): Query {
  const { sql, params } = selected(condition);
  return { sql: `SELECT toUInt64(sum(rows)) AS rows FROM (EXPLAIN ESTIMATE ${sql})`, params };
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
 */
export function storedQuery(columns: readonly string[]): Query {
  return {
    sql: `SELECT
  (SELECT sum(rows) FROM system.parts WHERE ${ACTIVE}) AS stored_rows,
  (SELECT sum(column_data_uncompressed_bytes) FROM system.parts_columns
    WHERE ${ACTIVE} AND part_type = 'Wide' AND column IN {columns:Array(String)})
  + (SELECT sum(data_uncompressed_bytes) FROM system.parts WHERE ${ACTIVE} AND part_type != 'Wide') AS bytes`,
    params: { columns },
  };
}
