import type { PanelData } from '@grafana/data';
import { t } from '@grafana/i18n';
import { cutText } from '../hostile/cutText';
import { visibleText } from '../hostile/visibleText';
import { ALL_MODELS, type ViewState } from '../state/viewState';

/** Something that narrows the list, and the change that takes it away; without one only the dashboard can. */
export interface ActivePart {
  id: 'search' | 'query' | 'model' | 'dashboard';
  /** What it is and, where the viewer chose it, its value. */
  words: string;
  /** Name of the button that takes it away. */
  clearWords?: string;
  change?: Partial<ViewState>;
}

/** Longest text of a condition that a message repeats. */
const MAX_SHOWN = 200;

/** Everything besides the time range that the viewer narrowed the list by, in the order of the toolbar. */
export function activeParts(view: ViewState, { request }: Pick<PanelData, 'request'>): ActivePart[] {
  const parts: ActivePart[] = [];
  if (view.model !== '' && view.model !== ALL_MODELS) {
    parts.push({
      id: 'model',
      words: t('states.of-model', 'Model: {{model}}', literal({ model: view.model })),
      clearWords: t('states.clear-model', 'Show all models'),
      change: { model: ALL_MODELS },
    });
  }
  if (view.search.trim() !== '') {
    parts.push({
      id: 'search',
      words: t('states.of-search', 'Search: {{search}}', literal({ search: view.search })),
      clearWords: t('states.clear-search', 'Clear the search'),
      change: { search: '' },
    });
  }
  if (view.query.trim() !== '') {
    parts.push({
      id: 'query',
      words: t('states.of-query', 'Filters: {{query}}', literal({ query: view.query })),
      clearWords: t('states.clear-query', 'Clear the filters'),
      change: { query: '' },
    });
  }
  if (request?.filters?.length) {
    parts.push({ id: 'dashboard', words: t('states.of-dashboard', 'Filters of the dashboard, above the panel') });
  }
  return parts;
}

/** Values as they are: cut where they are long, with what hides in them made visible, and not escaped for HTML. */
function literal(values: Record<string, string>) {
  const shown = Object.entries(values).map(([name, value]) => [name, cutText(visibleText(value), MAX_SHOWN)]);
  return { ...(Object.fromEntries(shown) as Record<string, string>), interpolation: { escapeValue: false } };
}
