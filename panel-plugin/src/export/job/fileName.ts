import type { ExportFormat } from './exportJob';

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

/** `<model>_traces_data.csv` and alike; `all_…` when the export is of no single model. */
export function exportFileName(format: ExportFormat, model: string | undefined): string {
  const name = model === undefined ? '' : safe(model);
  return `${name === '' ? 'all' : name}_${ENDINGS[format]}`;
}
