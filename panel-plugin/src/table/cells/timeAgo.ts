import { t } from '@grafana/i18n';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `2 min ago`, in whole units of the largest that fits. Times ahead, of clocks that differ, are now. */
export function timeAgo(timeMs: number, nowMs: number): string {
  const agoMs = nowMs - timeMs;
  if (agoMs < 5_000) {
    return t('table.ago.now', 'just now');
  }
  if (agoMs < MINUTE_MS) {
    return t('table.ago.seconds', '{{value}} s ago', { value: Math.floor(agoMs / 1000) });
  }
  if (agoMs < HOUR_MS) {
    return t('table.ago.minutes', '{{value}} min ago', { value: Math.floor(agoMs / MINUTE_MS) });
  }
  if (agoMs < DAY_MS) {
    return t('table.ago.hours', '{{value}} h ago', { value: Math.floor(agoMs / HOUR_MS) });
  }
  return t('table.ago.days', '{{value}} d ago', { value: Math.floor(agoMs / DAY_MS) });
}
