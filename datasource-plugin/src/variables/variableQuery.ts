import type { VariableQuery } from '../types';

/** A variable's saved query. A variable that was never edited, or came from another data source, saves something else. */
export function asVariableQuery(saved: unknown): VariableQuery {
  const query: Partial<VariableQuery> = typeof saved === 'object' && saved !== null ? saved : {};
  return { ...query, refId: query.refId ?? 'variable', field: query.field ?? '' };
}
