import { t } from '@grafana/i18n';
import type { TimeZone } from '@grafana/schema';
import type { LoadedTraces } from '../paging/TracePager';
import { formatCount, formatTime } from '../view/formats';

/**
 * How much is loaded, and why there is not more.
 * @param reason why the next page could not be loaded, in words
 */
export function footerText({ rows, paging, stop }: LoadedTraces, timeZone: TimeZone, reason: string): string {
  const count = formatCount(rows.length);
  const loaded = t('table.loaded', '{{rows}} loaded', { rows: count });
  switch (paging) {
    case 'end':
      return t('table.all-loaded', '{{rows}} loaded, all there are', { rows: count });
    case 'full':
      return t(
        'table.loaded-up-to-limit',
        '{{rows}} loaded, the most this panel holds. Narrow the time range or the search to see older ones.',
        { rows: count }
      );
    case 'cut':
      return t('table.cut', '{{rows}} loaded. There may be more that cannot be loaded here.', { rows: count });
    case 'loading':
      return `${loaded}. ${stop ? t('table.searching-on', 'Searching on…') : t('table.loading', 'Loading more…')}`;
    case 'failed':
      return `${loaded}. ${t('table.next-page-failed', 'More rows could not be loaded. {{reason}}', { reason, interpolation: { escapeValue: false } })}`;
    case 'stopped':
      return `${loaded}. ${stoppedText(stop?.searchedBackToMs ?? null, timeZone)}`;
    case 'more':
    case 'first-page-only':
      return loaded;
  }
}

function stoppedText(searchedBackToMs: number | null, timeZone: TimeZone): string {
  return searchedBackToMs === null
    ? t('table.search-stopped', 'The search through inputs and outputs takes long and has paused.')
    : t('table.searched-back-to', 'Searched back to {{time}} so far.', {
        time: formatTime(searchedBackToMs, timeZone),
        interpolation: { escapeValue: false },
      });
}
