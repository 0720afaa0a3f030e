import { t } from '@grafana/i18n';
import type { ExportFormat } from '../job/exportJob';

interface FormatOption {
  value: ExportFormat;
  label: string;
  description: string;
}

/** The formats that can be chosen, the usual one first. */
export function formatOptions(): FormatOption[] {
  return [
    {
      value: 'csv',
      label: t('export.format-csv', 'CSV'),
      description: t(
        'export.format-csv-help',
        'For spreadsheets: all columns of the table, shown or not, with whole inputs and outputs.'
      ),
    },
    {
      value: 'jsonl',
      label: t('export.format-jsonl', 'JSON Lines'),
      description: t(
        'export.format-jsonl-help',
        'For programs: a trace per line, with its payloads as they were stored.'
      ),
    },
    {
      value: 'parquet',
      label: t('export.format-parquet', 'Parquet'),
      description: t('export.format-parquet-help', 'For data tools: typed columns, compressed.'),
    },
    {
      value: 'finetuning-jsonl',
      label: t('export.format-finetuning', 'Fine-tuning'),
      description: t(
        'export.format-finetuning-help',
        'JSON Lines of successful chats for OpenAI’s fine-tuning. What it cannot express is left out and counted.'
      ),
    },
  ];
}
