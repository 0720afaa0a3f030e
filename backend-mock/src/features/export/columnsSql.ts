import type { components } from '../../contract/api.gen.js';
import { openapi } from '../../contract/openapi.gen.js';

/** A column of csv and parquet files. */
export type ExportColumn = components['schemas']['ExportColumn'];

const { enum: ALL, 'x-labels': LABELS } = openapi.components.schemas.ExportColumn;

/** Every column there is, in the contract's order. */
export const ALL_COLUMNS: readonly ExportColumn[] = ALL;
/** The traces table's own columns, whatever of it is shown. */
export const TABLE_COLUMNS = ALL_COLUMNS.slice(0, ALL_COLUMNS.indexOf('tags') + 1);

/** What is no text: written as it is. */
const NOT_TEXT: ReadonlySet<ExportColumn> = new Set([
  'duration_ms',
  'start_time',
  'input_tokens',
  'output_tokens',
  'cost_usd',
  'ttft_ms',
  'cached_input_tokens',
  'reasoning_tokens',
  'credits',
  'streamed',
]);

/** Columns that are stored under another name. */
const STORED_AS: Partial<Record<ExportColumn, string>> = { input: 'input_text', output: 'output_text' };

function stored(column: ExportColumn): string {
  return `t.${STORED_AS[column] ?? column}`;
}

/** A text as UTF-8: bytes that are none become U+FFFD. */
export function utf8(text: string): string {
  return `toValidUTF8(${text})`;
}

/**
 * A text that no spreadsheet runs: an apostrophe goes before what one would take for the start of a formula, as OWASP's
 * "CSV Injection" lists it, the full-width forms included.
 */
function neutralised(text: string): string {
  return `if(match(${text}, '^[=+\\\\-@\\\\t\\\\r\\\\n＝＋－＠]'), concat('\\'', ${text}), ${text})`;
}

function csvCell(column: ExportColumn): string {
  if (NOT_TEXT.has(column)) return stored(column);
  return neutralised(utf8(column === 'tags' ? `toJSONString(t.tags)` : stored(column)));
}

function parquetCell(column: ExportColumn): string {
  if (NOT_TEXT.has(column)) return stored(column);
  return column === 'tags' ? `mapApply((k, v) -> (${utf8('k')}, ${utf8('v')}), t.tags)` : utf8(stored(column));
}

/** The SELECT list of a CSV file: columns under their labels, texts neutralised. */
export function csvSelect(columns: readonly ExportColumn[]): string {
  return columns.map((column) => `${csvCell(column)} AS \`${LABELS[column]}\``).join(',\n  ');
}

/** The SELECT list of a Parquet file: columns under their names in the API. */
export function parquetSelect(columns: readonly ExportColumn[]): string {
  return columns.map((column) => `${parquetCell(column)} AS ${column}`).join(',\n  ');
}
