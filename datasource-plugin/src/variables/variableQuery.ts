import { DIMENSIONS } from '../contract/constants.gen';
import type { VariableQuery } from '../types';

/**
 * A variable's saved query. A definition that is text alone names the field; a variable that was never edited, or came
 * from another data source, says nothing that can be used.
 */
export function asVariableQuery(saved: unknown): VariableQuery {
  if (typeof saved === 'string') {
    const field = saved.trim();
    return { refId: 'variable', field: Object.hasOwn(DIMENSIONS, field) ? field : '' };
  }
  const query: Partial<VariableQuery> = typeof saved === 'object' && saved !== null ? saved : {};
  return { ...query, refId: query.refId ?? 'variable', field: query.field ?? '' };
}
