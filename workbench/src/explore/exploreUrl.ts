import type { DataQuery } from '@grafana/schema';

/** What Explore shows, as its address has it. Times are relative (`now-1h`) or milliseconds since 1970, as text. */
export interface ExploreState {
  datasource?: string;
  queries: DataQuery[];
  range: { from: string; to: string };
}

const DEFAULT_RANGE = { from: 'now-1h', to: 'now' };

type Saved = Partial<{ datasource: unknown; queries: unknown; range: unknown }>;

/**
 * Reads an address of Explore: `panes` with one or more panes, of which the first is shown, or `left`, which the links
 * of Grafana's packages still write. What cannot be read is left out, as in Grafana.
 */
export function readExploreUrl(search: string): ExploreState {
  const params = new URLSearchParams(search);
  const panes = objectIn(params.get('panes'));
  const saved: Saved = (panes ? Object.values(panes).find(isObject) : objectIn(params.get('left'))) ?? {};
  return {
    ...(typeof saved.datasource === 'string' ? { datasource: saved.datasource } : {}),
    queries: Array.isArray(saved.queries) ? saved.queries.filter(isObject).map(withRefId) : [],
    range: rangeOf(saved.range),
  };
}

/** The address that shows a state. */
export function exploreUrl(state: ExploreState): string {
  const panes = JSON.stringify({ a: state });
  return `/explore?${new URLSearchParams({ schemaVersion: '1', panes }).toString()}`;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function objectIn(text: string | null): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const withRefId = (query: Record<string, unknown>, index: number): DataQuery => ({
  ...query,
  refId: typeof query.refId === 'string' && query.refId !== '' ? query.refId : refIdAt(index),
});

/** A, B, C and so on. */
export const refIdAt = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + (index % 26));

function rangeOf(range: unknown): ExploreState['range'] {
  if (!isObject(range)) {
    return DEFAULT_RANGE;
  }
  const { from, to } = range;
  const isTime = (time: unknown) => typeof time === 'string' || typeof time === 'number';
  return isTime(from) && isTime(to) ? { from: String(from), to: String(to) } : DEFAULT_RANGE;
}
