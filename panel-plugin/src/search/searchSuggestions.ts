import { t } from '@grafana/i18n';
import type { Suggestion } from '../suggestions/suggestion';

/** What the search field offers. */
export type SearchSuggestion = Suggestion & ({ kind: 'open' | 'search'; value: string } | { kind: 'forget-all' });

/**
 * The trace itself first, when the typed text is its request id, then recent searches, and at the end to forget these.
 */
export function searchSuggestions(requestId: string | undefined, recent: readonly string[]): SearchSuggestion[] {
  const items: SearchSuggestion[] = recent.map((search) => ({
    kind: 'search',
    key: `search-${search}`,
    icon: 'history',
    text: search,
    value: search,
    removeLabel: t('search.forget', 'Forget this search'),
  }));
  if (requestId !== undefined) {
    const text = t('search.open-trace', 'Open trace {{requestId}}', {
      requestId,
      interpolation: { escapeValue: false },
    });
    items.unshift({ kind: 'open', key: 'open', icon: 'file-alt', text, value: requestId });
  }
  if (recent.length > 0) {
    const text = t('search.forget-all', 'Forget all recent searches');
    items.push({ kind: 'forget-all', key: 'forget-all', icon: 'trash-alt', text });
  }
  return items;
}
