import type { ExportFormat } from './sql.js';

const ENDINGS: Record<ExportFormat, string> = {
  csv: 'traces_data.csv',
  jsonl: 'traces_data.jsonl',
  parquet: 'traces_data.parquet',
  'finetuning-jsonl': 'finetuning_data.jsonl',
};

const LONGEST_MODEL = 100;

/** A name that every file system takes: letters, digits and `._-` of any script, none of them leading as a dot. */
function safe(model: string): string {
  return Array.from(model.replace(/[^\p{L}\p{N}._-]+/gu, '_'))
    .slice(0, LONGEST_MODEL)
    .join('')
    .replace(/^[._-]+|[._-]+$/g, '');
}

/** `<model>_traces_data.csv`, or without the model when the export is of none or several. */
export function exportFileName(format: ExportFormat, models: readonly string[] | undefined): string {
  const model = models?.length === 1 ? safe(models[0] ?? '') : '';
  return model === '' ? ENDINGS[format] : `${model}_${ENDINGS[format]}`;
}

/** The header by which a browser saves the answer under its name (RFC 6266), in any script (RFC 8187). */
export function contentDisposition(fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}
