import { t } from '@grafana/i18n';

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];
const STEP = 1024;

/** `12.3 MB`. */
export function formattedBytes(bytes: number): string {
  let unit = 0;
  let amount = bytes;
  while (amount >= STEP && unit < UNITS.length - 1) {
    amount /= STEP;
    unit += 1;
  }
  return `${amount.toLocaleString('en-US', { maximumFractionDigits: unit === 0 || amount >= 100 ? 0 : 1 })} ${UNITS[unit] ?? ''}`;
}

/** `1,234 rows`. */
export function formattedRows(rows: number): string {
  return t('export.rows', '', {
    count: rows,
    rows: formattedCount(rows),
    defaultValue_one: '{{rows}} row',
    defaultValue_other: '{{rows}} rows',
  });
}

/** `1,234`. */
export function formattedCount(count: number): string {
  return count.toLocaleString('en-US', { maximumFractionDigits: 0 });
}
