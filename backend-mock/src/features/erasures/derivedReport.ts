import type { components } from '../../contract/api.gen.js';
import type { Store } from '../../store/store.js';
import type { PlainCondition } from '../removal/workSql.js';
import { ERASED_TABLES, type Part } from './partsReport.js';
import type { ErasureTarget } from './target.js';

type ErasureReport = components['schemas']['ErasureReport'];

/** Where an id or the request ids of the erased rows stand in a projection that has such a column. */
function lookFor(target: ErasureTarget, workId: string, columns: ReadonlySet<string>): PlainCondition | undefined {
  if (columns.has(target.column)) return target.holdsId(target.column);
  if (!columns.has('request_id')) return undefined;
  return {
    sql: 'request_id IN (SELECT request_id FROM removal_work WHERE work_id = {work_id:String})',
    params: { work_id: workId },
  };
}

interface Projection {
  table: string;
  name: string;
  type: string;
}

/** Reads the projection itself, past its table; of several servers that would be only this one's. */
async function rowsLeft(
  store: Store,
  target: ErasureTarget,
  workId: string,
  { table, name }: Projection,
): Promise<number | null> {
  if (!ERASED_TABLES.some((known) => known === table)) return null;
  const source = 'mergeTreeProjection(currentDatabase(), {projection_table:String}, {projection:String})';
  const names = { projection_table: table, projection: name };
  const columns = await store.rows<{ name: string }>({ sql: `DESCRIBE TABLE ${source}`, params: names });
  const condition = lookFor(target, workId, new Set(columns.map((column) => column.name)));
  if (condition === undefined) return null;
  const [row] = await store.rows<{ n: number }>({
    sql: `SELECT count() AS n FROM ${source} WHERE ${condition.sql}`,
    params: { ...condition.params, ...names },
  });
  return row?.n ?? 0;
}

/** What projections still hold: they are parts within the parts of their table, made anew with them. */
export async function reportProjections(
  store: Store,
  target: ErasureTarget,
  workId: string,
  held: readonly Part[],
): Promise<ErasureReport['projections']> {
  const tables = ERASED_TABLES.map((table) => store.partsTable(table));
  const projections = await store.rows<Projection>({
    sql: `SELECT DISTINCT table, name, toString(type) AS type FROM ${store.systemTable('projections')}
WHERE database = currentDatabase() AND table IN {tables:Array(String)} ORDER BY table, name`,
    params: { tables },
  });
  const old = await store.rows<{ table: string; name: string; n: number }>({
    sql: `SELECT table, name, count() AS n FROM ${store.systemTable('projection_parts')}
WHERE database = currentDatabase() AND table IN {tables:Array(String)} AND parent_name IN {parts:Array(String)}
GROUP BY table, name`,
    params: { tables, parts: held.map((part) => part.name) },
  });
  const report: ErasureReport['projections'] = [];
  for (const projection of projections) {
    report.push({
      table: projection.table,
      projection: projection.name,
      type: projection.type,
      rows_after: await rowsLeft(store, target, workId, projection),
      old_parts_after: old.find((one) => one.table === projection.table && one.name === projection.name)?.n ?? 0,
    });
  }
  return report;
}

/** What skip and text indexes still hold: they are files of the parts of their table. */
export async function reportIndexes(store: Store, parts: ErasureReport['parts']): Promise<ErasureReport['indexes']> {
  const indexes = await store.rows<{ table: string; name: string; type: string }>({
    sql: `SELECT DISTINCT table, name, type FROM ${store.systemTable('data_skipping_indices')}
WHERE database = currentDatabase() AND table IN {tables:Array(String)} ORDER BY table, name`,
    params: { tables: ERASED_TABLES.map((table) => store.partsTable(table)) },
  });
  return indexes.map(({ table, name, type }) => ({
    table,
    index: name,
    type,
    old_parts_after: parts.filter((part) => part.table === table && (part.active_after || part.on_disk_after)).length,
  }));
}
