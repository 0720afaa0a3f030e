import { LIMITS } from '../contract/constants.gen';

/** Searches that are kept for a viewer. */
export const MAX_RECENT = 20;

/** With a search that was made just now: it comes first, and the oldest give way. */
export function withSearch(recent: readonly string[], text: string): string[] {
  const search = text.trim();
  return search === '' ? [...recent] : [search, ...withoutSearch(recent, search)].slice(0, MAX_RECENT);
}

export function withoutSearch(recent: readonly string[], search: string): string[] {
  return recent.filter((other) => other !== search);
}

/** The recent searches that the typed text is part of, whatever its case; all while nothing is typed. */
export function recentMatching(recent: readonly string[], typed: string): string[] {
  const wanted = typed.trim().toLowerCase();
  return recent.filter((search) => search.toLowerCase().includes(wanted) && search !== typed.trim());
}

/** What was stored, if it is a list of searches. */
export function readRecent(found: unknown): string[] {
  const texts = Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
  return [...new Set(texts.map((text) => text.trim()))]
    .filter((text) => text !== '' && text.length <= LIMITS.SearchText.maxLength)
    .slice(0, MAX_RECENT);
}
