import type { components } from '../../contract/api.gen.js';
import { invalidArgument } from '../../errors.js';
import type { StreamFormat } from '../../store/engineStream.js';
import type { Query } from '../../store/store.js';
import { type Condition } from '../selection/selectionSql.js';
import { ALL_COLUMNS, csvSelect, type ExportColumn, parquetSelect, TABLE_COLUMNS } from './columnsSql.js';
import { FINETUNING_LINE } from './finetuningSql.js';
import { JSON_LINE } from './jsonLineSql.js';

/** The form of an exported file. */
export type ExportFormat = components['schemas']['ExportFormat'];

/** The engine's format for each of ours. */
export const ENGINE_FORMATS: Record<ExportFormat, StreamFormat> = {
  csv: 'CSVWithNames',
  jsonl: 'TSVRaw',
  parquet: 'Parquet',
  'finetuning-jsonl': 'TSVRaw',
};

function selectList(format: ExportFormat, columns: readonly ExportColumn[] | undefined): string {
  switch (format) {
    case 'csv':
      return csvSelect(columns ?? TABLE_COLUMNS);
    case 'parquet':
      return parquetSelect(columns ?? ALL_COLUMNS);
    case 'jsonl':
      return `${JSON_LINE} AS line`;
    case 'finetuning-jsonl':
      return `${FINETUNING_LINE} AS line`;
  }
}

/**
 * The rows of a file. Their order is the table's key, backwards: the engine reads it in this order and sorts nothing, so
 * its memory does not grow with the file.
 * @throws INVALID_ARGUMENT when columns are named for a format that has none.
 */
export function exportQuery(
  format: ExportFormat,
  condition: Condition,
  columns: readonly ExportColumn[] | undefined,
): Query {
  if (columns && (format === 'jsonl' || format === 'finetuning-jsonl')) {
    throw invalidArgument('columns', `absent: ${format} has no columns to choose`);
  }
  return {
    sql: `SELECT ${selectList(format, columns)}
FROM traces AS t
WHERE ${condition.sql}
ORDER BY t.model DESC, t.start_time DESC, t.request_id DESC`,
    params: condition.params,
  };
}

/** How many rows match. */
export function countQuery(condition: Condition): Query {
  return { sql: `SELECT count() AS rows FROM traces AS t WHERE ${condition.sql}`, params: condition.params };
}
