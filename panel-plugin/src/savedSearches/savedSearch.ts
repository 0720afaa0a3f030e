import { t } from '@grafana/i18n';
import { LIMITS } from '../contract/constants.gen';
import { queryFieldLabel } from '../filters/queryFields';
import type { SavedSearch } from '../options/options';
import type { ViewState } from '../state/viewState';

/** Searches that one list holds, and characters of a name. */
export const MAX_SAVED = 100;
export const MAX_NAME_LENGTH = 100;

/** The searches that come with the panel. */
export function shippedSearches(): SavedSearch[] {
  return [
    { name: t('saved-searches.failed', 'Failed'), query: 'status = failed' },
    {
      name: t('saved-searches.most-expensive', 'Most expensive first'),
      // Requests without a known cost come last, and those that cost nothing before them.
      query: '',
      sort: 'cost_usd',
      order: 'desc',
    },
    {
      name: t('saved-searches.slow-first-token', 'Slow first token'),
      query: 'ttft_ms > 2s',
      sort: 'ttft_ms',
      order: 'desc',
    },
  ];
}

/**
 * What was stored or written by hand, if it is a list of searches. Their conditions are texts from outside; the trace
 * server reads them before they are used.
 */
export function readSavedSearches(found: unknown): SavedSearch[] {
  const searches = Array.isArray(found) ? found.map(readSavedSearch).filter((one) => one !== undefined) : [];
  return searches.reduce<SavedSearch[]>((list, search) => withSaved(list, search), []).slice(0, MAX_SAVED);
}

function readSavedSearch(found: unknown): SavedSearch | undefined {
  if (typeof found !== 'object' || found === null) {
    return undefined;
  }
  const { name, query, search, sort, order } = found as Record<string, unknown>;
  if (!isText(name, MAX_NAME_LENGTH) || name.trim() === '') {
    return undefined;
  }
  return {
    name: name.trim(),
    query: isText(query, LIMITS.QueryText.maxLength) ? query : '',
    ...(isText(search, LIMITS.SearchText.maxLength) && search !== '' && { search }),
    ...(isText(sort, MAX_NAME_LENGTH) && /^\w+$/.test(sort) && { sort }),
    ...((order === 'asc' || order === 'desc') && { order }),
  };
}

function isText(found: unknown, maxLength: number): found is string {
  return typeof found === 'string' && found.length <= maxLength;
}

/** The part of a view that a search keeps. */
export interface SearchedView extends Pick<ViewState, 'query' | 'search'> {
  sort?: string | undefined;
  order?: 'asc' | 'desc' | undefined;
}

/** What is shown now, under a name. */
export function searchOf(name: string, { query, search, sort, order }: SearchedView): SavedSearch {
  return {
    name: name.trim(),
    query,
    ...(search !== '' && { search }),
    ...(sort !== undefined && { sort }),
    ...(order !== undefined && { order }),
  };
}

/** The view that a search stands for. What it does not name is as the panel has it by itself. */
export function viewOf({ query, search = '', sort, order }: SavedSearch): SearchedView & Pick<ViewState, 'live'> {
  // Live traces come in the order of their time, so another order ends it.
  return { query, search, sort, order, live: false };
}

/** What a search does, in a line: what it looks for, its condition and its order. */
export function searchWords({ search = '', query, sort, order }: SavedSearch): string {
  const column = sort === undefined ? '' : queryFieldLabel(sort);
  const named = { column, interpolation: { escapeValue: false } };
  const ordered =
    order === 'asc'
      ? t('saved-searches.ascending', '{{column}}, lowest first', named)
      : t('saved-searches.descending', '{{column}}, highest first', named);
  return [search, query, column === '' ? '' : ordered].filter((part) => part !== '').join(' · ');
}

/** Whether a search is what is shown now. */
export function isShown(saved: SavedSearch, view: SearchedView): boolean {
  const { query, search, sort, order } = viewOf(saved);
  return query === view.query && search === view.search && sort === view.sort && order === view.order;
}

/** Whether there is anything to save. */
export function isWorthSaving({ query, search, sort }: SearchedView): boolean {
  return query.trim() !== '' || search.trim() !== '' || sort !== undefined;
}

/** With a search at the end of the list, or in the place of the one of the same name. */
export function withSaved(list: readonly SavedSearch[], search: SavedSearch): SavedSearch[] {
  return hasName(list, search.name) ? list.map((one) => (one.name === search.name ? search : one)) : [...list, search];
}

export function withoutSaved(list: readonly SavedSearch[], name: string): SavedSearch[] {
  return list.filter((one) => one.name !== name);
}

/** The same list when the name is taken or empty. */
export function withRenamed(list: readonly SavedSearch[], from: string, to: string): SavedSearch[] {
  const name = to.trim();
  return name === '' || hasName(list, name)
    ? [...list]
    : list.map((one) => (one.name === from ? { ...one, name } : one));
}

export function hasName(list: readonly SavedSearch[], name: string): boolean {
  return list.some((one) => one.name === name.trim());
}
