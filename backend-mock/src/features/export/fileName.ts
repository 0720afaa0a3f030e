import type { ExportFormat } from './sql.js';

const ENDINGS: Record<ExportFormat, string> = {
  csv: 'traces_data.csv',
  jsonl: 'traces_data.jsonl',
  parquet: 'traces_data.parquet',
  'finetuning-jsonl': 'finetuning_data.jsonl',
};

/** Bytes of a model's name, as file systems count: they take 255 for the whole. */
const LONGEST_MODEL = 180;

/** Devices of Windows, which are meant whatever follows the first dot. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\./i;

/** A name that every file system takes: letters, digits and `._-` of any script, none of them leading or trailing. */
function safe(model: string): string {
  const plain = model
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '_')
    .replace(/^[._-]+/u, '');
  const named = `${plain}.`.replace(RESERVED, '$1_').replace(/\.$/, '');
  return cut(named).replace(/^[\p{M}._-]+|[._-]+$/gu, '');
}

function cut(name: string): string {
  const kept: string[] = [];
  let bytes = 0;
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (bytes > LONGEST_MODEL) break;
    kept.push(character);
  }
  return kept.join('');
}

/**
 * `<model>_traces_data.csv`, or without the model when the export is of none or several. This is the only place where
 * exports are named: the headers and the plan of an export tell it to all others.
 */
export function exportFileName(format: ExportFormat, model: string | undefined): string {
  const name = safe(model ?? '');
  return name === '' ? ENDINGS[format] : `${name}_${ENDINGS[format]}`;
}

/** The header by which a browser saves the answer under its name (RFC 6266), in any script (RFC 8187). */
export function contentDisposition(fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}
