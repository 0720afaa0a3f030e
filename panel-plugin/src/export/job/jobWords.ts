import { t } from '@grafana/i18n';
import { formattedBytes, formattedCount, formattedRows } from './amounts';
import { rateOf, type ExportJob } from './exportJob';

/** How an export stands, in a sentence. */
export function jobWords(job: ExportJob): string {
  switch (job.state) {
    case 'counting':
      return t('export.counting', 'Counting what matches…');
    case 'running':
      return runningWords(job);
    case 'checking':
      return t('export.checking', 'All has arrived. The file is being saved…');
    case 'cancelling':
      return t('export.cancelling', 'Cancelling…');
    case 'cancelled':
      return t('export.cancelled', 'Cancelled. No file was saved.');
    case 'failed':
      return t('export.failed', 'Failed, no file was saved. {{reason}}', {
        reason: job.reason ?? '',
        interpolation: { escapeValue: false },
      });
    case 'saved':
      return savedWords(job);
  }
}

function runningWords(job: ExportJob): string {
  const { rowsPerS, bytesPerS } = rateOf(job);
  const bytes = formattedBytes(job.bytes);
  const perSecond = formattedBytes(bytesPerS);
  if (job.format === 'parquet') {
    return t('export.running-bytes', '{{bytes}} of a file with {{rows}} · {{perSecond}}/s', {
      bytes,
      rows: formattedRows(job.rowsTotal ?? 0),
      perSecond,
    });
  }
  return t('export.running', '{{rows}} of {{total}} · {{rate}}/s · {{bytes}}', {
    rows: formattedCount(job.rows),
    total: formattedRows(job.rowsTotal ?? 0),
    rate: formattedRows(Math.round(rowsPerS)),
    bytes,
  });
}

function savedWords({ end, rows, bytes }: ExportJob): string {
  const saved = t('export.saved', 'Saved: {{rows}}, {{bytes}}.', {
    rows: formattedRows(rows),
    bytes: formattedBytes(bytes),
  });
  const skipped =
    end && end.skipped > 0
      ? ` ${t('export.skipped', '', {
          count: end.skipped,
          traces: formattedCount(end.skipped),
          defaultValue_one: 'One trace is left out because the format has no words for it.',
          defaultValue_other: '{{traces}} traces are left out because the format has no words for them.',
        })}`
      : '';
  return `${saved}${skipped}${end?.remark ? ` ${end.remark}` : ''}`;
}
